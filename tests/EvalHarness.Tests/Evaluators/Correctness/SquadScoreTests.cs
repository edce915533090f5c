using EvalHarness.Evaluators.Correctness;

namespace EvalHarness.Tests.Evaluators.Correctness;

public sealed class SquadScoreTests
{
    [Test]
    public void Case_punctuation_and_articles_do_not_count() => Assert.That(SquadScore.IsExact("The  Reset-Link!", ["resetlink"]), Is.True);

    [Test]
    public void The_best_gold_answer_counts() => Assert.That(SquadScore.F1("thirty minutes", ["an hour", "thirty minutes or so"]), Is.EqualTo(2.0 * 2 / 6).Within(1e-12));

    [Test]
    public void The_empty_answer_is_right_where_the_gold_answer_is_empty()
    {
        Assert.That(SquadScore.F1("", [""]), Is.EqualTo(1));
        Assert.That(SquadScore.F1("something", [""]), Is.Zero);
    }

    [Test]
    public void Every_row_equals_the_official_script()
    {
        var rows = SharedRows.Read("correctness/squad2-em-f1.jsonl.gz");

        Assert.That(rows, Has.Count.GreaterThan(3000));
        foreach (var row in rows)
        {
            string[] golds = [.. row.GetProperty("gold").EnumerateArray().Select(g => g.GetString()!)];
            Assert.That(SquadScore.IsExact(row.Text("prediction"), golds) ? 1 : 0, Is.EqualTo(row.GetProperty("exact").GetInt32()), row.Text("id"));
            Assert.That(SquadScore.F1(row.Text("prediction"), golds), Is.EqualTo(row.GetProperty("f1").GetDouble()).Within(1e-9), row.Text("id"));
        }
    }
}
