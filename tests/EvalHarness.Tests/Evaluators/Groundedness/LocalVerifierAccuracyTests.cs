using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Groundedness.Baselines;

namespace EvalHarness.Tests.Evaluators.Groundedness;

/// <summary>The shipped verifiers against people's labels, on the files that nothing was trained on.</summary>
public sealed class LocalVerifierAccuracyTests
{
    private static readonly string[] Unseen = ["qags", "faithbench"];

    [Test]
    public void It_beats_shared_words_and_length_on_files_it_has_not_seen()
    {
        var local = Measure(new LocalVerifier());
        var words = Measure(new WordOverlapVerifier());
        var length = Measure(new AnswerLengthVerifier());

        Assert.That(local, Is.GreaterThan(words));
        Assert.That(local, Is.GreaterThan(length));
    }

    /// <summary>The mean AUC over the files; an answer is as well supported as its weakest claim.</summary>
    private static double Measure(IClaimVerifier verifier)
    {
        var sets = Unseen.Select(set => (Set: set, Rows: SharedRows.Read($"groundedness/{set}.jsonl.gz").Select(row => (
            Support: Support(verifier, row.Text("question"), row.Text("answer"), row.Text("context")), Label: row.GetProperty("label").GetInt32() == 1)).ToList())).ToList();
        foreach (var (set, rows) in sets)
            TestContext.Out.WriteLine($"{verifier.Definition,-36} {set,-12} n {rows.Count,4}: AUC {Agreement.Auc(rows):F3}");
        return sets.Average(s => Agreement.Auc(s.Rows));
    }

    private static double Support(IClaimVerifier verifier, string question, string answer, string context)
    {
        var verdicts = verifier.VerifyAsync(question, answer, new Evidence(context), default).AsTask().Result;
        return verdicts.Count == 0 ? 1 : verdicts.Min(v => v.Support);
    }
}
