using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>A proper response with another content than an answer.</summary>
public sealed record ReplyFault(Func<StubReply, StubReply> Change) : Fault
{
    public override Task<StubOutcome> ApplyAsync(StubExchange exchange) => exchange.ReplyAsync(Change);
}
