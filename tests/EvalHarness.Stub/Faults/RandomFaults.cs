using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>Faults at given rates, drawn from the seed, the call and its try alone: neither order nor concurrency changes them.</summary>
/// <param name="inARow">So many in a row on one call at most.</param>
public sealed class RandomFaults(int seed, IReadOnlyList<(double Rate, Fault Fault)> faults, int inARow = 4) : IFaults
{
    private readonly ConcurrentDictionary<string, int> failuresInARow = new(StringComparer.Ordinal);

    /// <summary>429, 500 and a reset before the headers, each at the same rate; never five in a row.</summary>
    public static RandomFaults Usual(int seed, double rate = 0.05) =>
        new(seed, [(rate, Fault.TooManyRequests(RetryAfter.None)), (rate, Fault.Status(500)), (rate, Fault.ResetBeforeHeaders)]);

    public Fault? For(StubReceived received, StubRequest request)
    {
        var fault = failuresInARow.GetValueOrDefault(received.Call) >= inARow ? null : Drawn(received);
        failuresInARow.AddOrUpdate(received.Call, fault is null ? 0 : 1, (_, failures) => fault is null ? 0 : failures + 1);
        return fault;
    }

    private Fault? Drawn(StubReceived received)
    {
        var draw = Uniform(received);
        foreach (var (rate, fault) in faults)
        {
            if (draw < rate)
                return fault;
            draw -= rate;
        }

        return null;
    }

    private double Uniform(StubReceived received)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{received.Call}/{received.Try}"));
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) / (uint.MaxValue + 1.0);
    }
}
