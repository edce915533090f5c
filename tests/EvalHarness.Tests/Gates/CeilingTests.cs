using EvalHarness.Gates;
using EvalHarness.Tests.Comparisons;
using static EvalHarness.Tests.Gates.TestGate;

namespace EvalHarness.Tests.Gates;

/// <summary>What a candidate may cost or take.</summary>
public sealed class CeilingTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task A_ceiling_must_lie_above_the_whole_interval()
    {
        var table = await new TestRun(Success, TestRun.Cost)
            .Rows("old", 200, _ => Success.Scored(true), _ => TestRun.Cost.Scored(0.001))
            .Rows("new", 200, _ => Success.Scored(true), i => TestRun.Cost.Scored(0.001 * (1 + (i % 2))))
            .LoadAsync();

        Assert.That(Ceiling(0.002), Is.EqualTo(Verdict.Promote));
        Assert.That(Ceiling(0.0015), Is.EqualTo(Verdict.Inconclusive));
        Assert.That(Ceiling(0.0011), Is.EqualTo(Verdict.Reject));

        Verdict Ceiling(double most) => new TestGate(folder, FormattableString.Invariant($"ceilings: {{ cost-usd: {most} }}\n")).Decide(table).Verdict;
    }
}
