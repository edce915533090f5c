using System.Globalization;
using EvalHarness.Datasets;
using EvalHarness.TrainingData.Texts;

namespace EvalHarness.TrainingData.Leaks;

/// <summary>Notes gold answers whose wording stands in a training target: memorised facts, or a leak that the questions do not show. Each sample is told of once.</summary>
internal sealed class AnswerOverlapCheck : IFileCheck
{
    private readonly List<(string Id, string Split)> samples = [];
    private readonly GramIndex grams = new();
    private readonly HashSet<int> told = [];

    /// <summary>The best answer counts, when it is long enough to be told from an everyday phrase.</summary>
    public void Add(Sample sample)
    {
        var plain = PlainText.Of(sample.Answers.Count == 0 ? "" : sample.Answers[0]);
        if (PlainText.Words(plain) < GoldIndex.LeastWords)
            return;
        grams.Add(plain, samples.Count);
        samples.Add((sample.Id, sample.Split));
    }

    public void See(ReadExample example, FindingList findings)
    {
        foreach (var (place, share) in grams.Find([example.Target.Text], GoldIndex.Contained))
        {
            if (!told.Add(place))
                continue;
            var rule = LintRules.AnswerOverlap;
            var found = string.Create(CultureInfo.InvariantCulture, $"{share:0%} of the word sequences of the gold answer of {samples[place].Id} ({samples[place].Split}) stand in the target");
            findings.Add(rule, new LintFinding(rule.Id, rule.Severity, example.Where, found, rule.Mend, samples[place].Id, Math.Round(share, 3)));
        }
    }
}
