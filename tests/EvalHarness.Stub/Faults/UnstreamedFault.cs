using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>A server that does not know how to stream, and does not say so.</summary>
public sealed record UnstreamedFault : Fault
{
    public override Task<StubOutcome> ApplyAsync(StubExchange exchange) => exchange.ReplyAsync(reply => reply with { IsUnstreamed = true });
}
