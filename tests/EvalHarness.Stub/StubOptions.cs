using EvalHarness.Stub.Faults;
using EvalHarness.Stub.Limits;

namespace EvalHarness.Stub;

/// <summary>How the stub behaves.</summary>
public sealed record StubOptions
{
    public StubAnswerer Answerer { get; init; } = StubAnswerers.Echo;

    /// <summary>What goes wrong, and when.</summary>
    public IFaults Faults { get; init; } = NoFaults.Instance;

    /// <summary>A limit that the stub never speaks of: what is over it is refused with 429.</summary>
    public TokenBucket? Limit { get; init; }

    /// <summary>The key that every request must carry, as <c>Authorization: Bearer</c>, <c>x-api-key</c> or <c>api-key</c>; absent: any will do.</summary>
    public string? Key { get; init; }

    /// <summary>Errors repeat the headers that were sent, keys included, as some servers and gateways do.</summary>
    public bool EchoesHeaders { get; init; }

    /// <summary>The models there are, others get 404; absent: any.</summary>
    public IReadOnlyCollection<string>? Models { get; init; }

    /// <summary>What <c>/hooks/…</c> replies to the body it is told: a status; absent: 204.</summary>
    public Func<string, int>? Hook { get; init; }

    /// <summary>How long an answer takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The wait before each piece of a stream but the first.</summary>
    public TimeSpan PieceDelay { get; init; }

    /// <summary>Numbers in an embedding that does not ask for a number of them.</summary>
    public int Dimensions { get; init; } = 64;

    /// <summary>Sent with every response.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public StubProtocol Protocol { get; init; } = StubProtocol.Http1;

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
