using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Reports.Html.Rows;

namespace EvalHarness.Tests.Reports.Html.Rows;

public sealed class TryLinesTests
{
    private static readonly Try Ok = new(DateTimeOffset.UnixEpoch, TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(340), "ok", null);

    [Test]
    public void A_call_that_succeeded_at_once_needs_no_word() => Assert.That(TryLines.Of([Call(Ok with { Waited = TimeSpan.Zero })]), Is.Empty);

    [Test]
    public void Every_try_of_a_call_that_was_tried_again_is_told() =>
        Assert.That(
            TryLines.Of([Call(Ok with { Waited = TimeSpan.Zero, Status = "429", Reason = "slow down" }, Ok)]),
            Is.EqualTo(new[] { "main, chat: 429 after 340 ms: slow down", "main, chat: waited 500 ms, then ok after 340 ms" }));

    [Test]
    public void A_cached_reply_is_called_one() =>
        Assert.That(TryLines.Of([Call() with { FromCache = true }]), Is.EqualTo(new[] { "main, chat: answered by the response cache" }));

    private static ModelCall Call(params Try[] tries) => new() { Kind = "chat", Endpoint = "main", Tries = tries };
}
