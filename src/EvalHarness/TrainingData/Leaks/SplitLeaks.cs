using System.Globalization;
using EvalHarness.TrainingData.Texts;

namespace EvalHarness.TrainingData.Leaks;

/// <summary>Looks for questions of other splits that are nearly one of the measured split.</summary>
internal sealed class SplitLeaks(GoldIndex gold)
{
    /// <param name="dataset">What messages call the file.</param>
    public void Look(string dataset, FindingList findings)
    {
        var rule = LintRules.SplitOverlap;
        foreach (var other in gold.Questions.Where(q => !q.IsMeasured))
        {
            foreach (var match in gold.Find([new ComparedText(other.Text)], [other.Text]).Where(m => m.Gold.IsMeasured && m.Kind != MatchKind.Similar))
            {
                var found = string.Create(CultureInfo.InvariantCulture, $"{other.Sample} ({other.Split}) is {match.Similarity:.00} like {match.Gold.Sample} ({match.Gold.Split}): \"{match.Gold.Quote}\"");
                findings.Add(rule, new LintFinding(rule.Id, rule.Severity, dataset, found, rule.Mend, match.Gold.Sample, Math.Round(match.Similarity, 3)));
            }
        }
    }
}
