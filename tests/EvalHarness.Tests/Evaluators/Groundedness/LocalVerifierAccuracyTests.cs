using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Tests.Evaluators.Groundedness;

/// <summary>The verifier against people's labels, beside the share of shared words, on the groups that the threshold was not chosen on.</summary>
public sealed class LocalVerifierAccuracyTests
{
    /// <summary>The threshold for shared words that is best on the half used to choose.</summary>
    private const double OverlapThreshold = 0.67;

    private static readonly string[] Sets = ["ragtruth-qa", "ragtruth-summary", "ragtruth-data2txt", "attributionbench-dev", "wice-oracle-claim-dev", "qags", "faithbench"];

    private readonly LocalVerifier verifier = new();

    [Test]
    public void It_beats_shared_words_at_one_threshold()
    {
        var sets = Sets.Select(Measure).ToList();

        TestContext.Out.WriteLine($"mean: balanced accuracy {sets.Average(s => s.Accuracy):F3} (shared words {sets.Average(s => s.WordAccuracy):F3}), AUC {sets.Average(s => s.Auc):F3} ({sets.Average(s => s.WordAuc):F3})");
        Assert.That(sets.Average(s => s.Accuracy), Is.GreaterThan(sets.Average(s => s.WordAccuracy) + 0.01));
        Assert.That(sets.Average(s => s.Auc), Is.GreaterThan(0.7));
    }

    private (double Accuracy, double Auc, double WordAccuracy, double WordAuc) Measure(string set)
    {
        var rows = SharedRows.Read($"groundedness/{set}.jsonl.gz")
            .Where(row => !SharedRows.IsForChoosing(row.Text("group")))
            .Select(row => (Support: Support(row.Text("question"), row.Text("answer"), row.Text("context")), Words: Shared(row.Text("answer"), row.Text("context")), Label: row.GetProperty("label").GetInt32() == 1))
            .ToList();
        var figures = (
            Agreement.BalancedAccuracy(rows.ConvertAll(r => (r.Support >= LocalVerifier.Threshold, r.Label))),
            Agreement.Auc(rows.ConvertAll(r => (r.Support, r.Label))),
            Agreement.BalancedAccuracy(rows.ConvertAll(r => (r.Words >= OverlapThreshold, r.Label))),
            Agreement.Auc(rows.ConvertAll(r => (r.Words, r.Label))));
        TestContext.Out.WriteLine($"{set,-24} n {rows.Count,4}: balanced accuracy {figures.Item1:F3} (shared words {figures.Item3:F3}), AUC {figures.Item2:F3} ({figures.Item4:F3})");
        return figures;
    }

    private double Support(string question, string answer, string context)
    {
        var verdicts = verifier.VerifyAsync(question, answer, new Evidence(context), default).AsTask().Result;
        return verdicts.Count == 0 ? 1 : verdicts.Min(v => v.Support);
    }

    private static double Shared(string answer, string context)
    {
        var given = Stems(context);
        var said = Stems(answer);
        return said.Count == 0 ? 1 : said.Count(given.Contains) / (double)said.Count;
    }

    private static HashSet<string> Stems(string text) => [.. WordReader.Read(text).Where(w => w.IsContent).Select(w => w.Stem)];
}
