using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using Microsoft.Extensions.AI;

namespace EvalHarness.Tests.Pipelines.Chat;

internal sealed class ChatUsageTests
{
    [Test]
    public void Usage_without_both_counts_is_unknown()
    {
        Assert.That(ChatUsage.Of(null), Is.Null);
        Assert.That(ChatUsage.Of(new UsageDetails { OutputTokenCount = 3 }), Is.Null);
        Assert.That(ChatUsage.Of(new UsageDetails { InputTokenCount = 3 }), Is.Null);
    }

    [Test]
    public void What_a_total_holds_beyond_input_and_output_is_reasoning()
    {
        var usage = ChatUsage.Of(new UsageDetails { InputTokenCount = 100, OutputTokenCount = 30, ReasoningTokenCount = 70, TotalTokenCount = 200 });

        Assert.That(usage, Is.EqualTo(new TokenUsage(100, 100) { Reasoning = 70 }));
    }

    [Test]
    public void A_total_below_the_parts_changes_nothing()
    {
        var usage = ChatUsage.Of(new UsageDetails { InputTokenCount = 100, OutputTokenCount = 30, TotalTokenCount = 0 });

        Assert.That(usage, Is.EqualTo(new TokenUsage(100, 30)));
    }
}
