using EvalHarness.Diagnosis;
using EvalHarness.Metrics;

namespace EvalHarness.Tests.Diagnosis;

public sealed class CostOfPassTests
{
    [TestCase(Outcome.Scored, Outcome.Scored, Outcome.Scored)]
    [TestCase(Outcome.NotScored, Outcome.Scored, Outcome.NotScored)]
    [TestCase(Outcome.Scored, Outcome.NotApplicable, Outcome.NotApplicable)]
    [TestCase(Outcome.NotScored, Outcome.Failed, Outcome.Failed)]
    [TestCase(null, Outcome.Scored, null)]
    public void A_row_is_as_good_as_its_worse_part(Outcome? cost, Outcome? correctness, Outcome? expected)
    {
        Assert.That(CostOfPass.Combine(cost, correctness), Is.EqualTo(expected));
    }
}
