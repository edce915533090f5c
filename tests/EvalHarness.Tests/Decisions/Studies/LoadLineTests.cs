using EvalHarness.Comparisons;
using EvalHarness.Decisions.Studies;
using EvalHarness.Metrics;
using EvalHarness.Statistics;
using EvalHarness.Tests.Comparisons;

namespace EvalHarness.Tests.Decisions.Studies;

public sealed class LoadLineTests
{
    private static readonly Metric Felt = new("latency-felt-ms", Unit.Milliseconds, Direction.Lower, "1");
    private static readonly Metric Success = new("success", Unit.YesNo, Direction.Higher, "1");

    [TestCase(80, 120, true)]
    [TestCase(260, 300, false)]
    [TestCase(80, 300, null)]
    public void The_interval_says_whether_an_objective_is_kept(double low, double high, bool? expected)
    {
        LoadLine line = new("rag", 20, new Estimate((low + high) / 2, low, high, 0.95, "order-statistic", 400), 0, 400, Badge.Measured);

        Assert.That(line.Keeps(250), Is.EqualTo(expected));
    }

    [Test]
    public void Without_an_end_above_nothing_is_kept_for_certain()
    {
        Assert.That(new LoadLine("rag", 20, new Estimate(80, 60, null, 0.95, "order-statistic", 20), 0, 20, Badge.Measured).Keeps(250), Is.Null);
    }

    [Test]
    public void A_question_without_an_answer_breaks_the_objective()
    {
        Assert.That(new LoadLine("rag", 20, new Estimate(80, 60, 90, 0.95, "order-statistic", 400), 1, 401, Badge.Measured).Keeps(250), Is.False);
    }

    [Test]
    public async Task A_line_counts_questions_that_were_not_answered()
    {
        var table = await new TestRun(Felt, Success).Rows("rag", 100, i => Felt.Scored(10 + i), i => Success.Scored(i < 97)).LoadAsync();

        var line = LoadMaker.Make(table, "rag", 20, Badge.Measured);

        Assert.That((line.N, line.Failed), Is.EqualTo((100, 3)));
        Assert.That(line.P95!.Value, Is.InRange(95, 110));
    }
}
