using EvalHarness.Diagnosis;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Remedies;

namespace EvalHarness.Tests.Experiments.Remedies;

internal sealed class RemedyTallyTests
{
    private static readonly RemedyRule Rule = RemedyRules.All[0];

    [Test]
    public void It_counts_what_became_right_what_became_wrong_and_what_chance_does()
    {
        var trial = Trial(["f1", "f2", "f3", "f4"], ["p1", "p2"]);
        var outcomes = Outcomes("changed", ("f1", RowOutcome.Right), ("f2", RowOutcome.Right), ("f3", RowOutcome.Wrong), ("f4", RowOutcome.Unknown), ("p1", RowOutcome.Wrong), ("p2", RowOutcome.Right))
            .Concat(Outcomes("rag", ("f1", RowOutcome.Right), ("f2", RowOutcome.Wrong), ("f3", RowOutcome.Wrong), ("f4", RowOutcome.Wrong), ("p1", RowOutcome.Right), ("p2", RowOutcome.Wrong)))
            .ToDictionary();

        var line = new RemedyTally(trial, outcomes, seed: 1).Count("remedy/r1").Single();

        Assert.That((line.Fault, line.Rows, line.Run), Is.EqualTo(("retriever-missed", 9, "remedy/r1")));
        Assert.That((line.Repaired.Changed, line.Repaired.AskedAgain, line.Repaired.Judged, line.Repaired.Tried), Is.EqualTo((2, 1, 3, 4)));
        Assert.That((line.Broken.Changed, line.Broken.AskedAgain, line.Broken.Judged, line.Broken.Tried), Is.EqualTo((1, 1, 2, 2)));
        Assert.That(line.Repaired.Rate!.Value, Is.EqualTo(2 / 3.0).Within(1e-12));
        Assert.That((line.Repaired.Rate.Method, line.Repaired.Rate.N), Is.EqualTo(("wilson", 3)));
    }

    [Test]
    public void A_row_without_an_answer_in_the_trial_is_not_judged()
    {
        var line = new RemedyTally(Trial(["f1"], []), new Dictionary<(string, string), RowOutcome>(), seed: 1).Count("r").Single();

        Assert.That((line.Repaired.Judged, line.Repaired.Rate), Is.EqualTo((0, (object?)null)));
        Assert.That(line.Broken.Tried, Is.Zero);
    }

    [Test]
    public void Rows_of_few_documents_bound_nothing()
    {
        var trial = Trial(["f1", "f2", "f3"], [], cluster: "one document");

        var line = new RemedyTally(trial, Outcomes("changed", ("f1", RowOutcome.Right), ("f2", RowOutcome.Right), ("f3", RowOutcome.Right)).ToDictionary(), seed: 1).Count("r").Single();

        Assert.That((line.Repaired.Rate!.Low, line.Repaired.Rate.Method), Is.EqualTo(((double?)null, "too-few-clusters")));
    }

    private static RemedyTrial Trial(string[] failed, string[] passed, string? cluster = null) => new(
        "rag",
        Rule,
        "retrieval.oracle=true",
        null!,
        "changed",
        [new FaultRows(Fault.Of(Cause.RetrieverMissed), [.. failed.Select(s => Row(s, cluster))], 9)],
        [.. passed.Select(s => Row(s, cluster))]);

    private static DiagnosedRow Row(string sample, string? cluster) => new("rag", sample, cluster ?? sample, 0, RowOutcome.Wrong, [], null);

    private static IEnumerable<KeyValuePair<(string Pipeline, string Sample), RowOutcome>> Outcomes(string pipeline, params (string Sample, RowOutcome Outcome)[] outcomes) =>
        outcomes.Select(o => KeyValuePair.Create((pipeline, o.Sample), o.Outcome));
}
