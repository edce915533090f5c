using EvalHarness.TrainingData.Texts;

namespace EvalHarness.TrainingData.Leaks;

/// <summary>Looks for gold questions in prompts and few-shot examples: line by line, and by word sequences.</summary>
internal sealed class PromptLeaks(GoldIndex gold)
{
    public void Look(PromptText prompt, FindingList findings)
    {
        var rule = LintRules.LeakPrompt;
        foreach (var (line, text) in prompt.Lines)
        {
            // Only what is a question of its own can be near one; rules that sound like one are not.
            foreach (var match in gold.Find([new ComparedText(text), .. AskedLines.Of(text).Select(t => new ComparedText(t))], [text]).Where(m => m.Kind != MatchKind.Similar))
            {
                var severity = match.Gold.IsMeasured ? rule.Severity : LintSeverity.Warning;
                findings.Add(rule, new LintFinding(rule.Id, severity, FormattableString.Invariant($"{prompt.Name}:{line}"), $"the {match.Gold.Name}: \"{match.Gold.Quote}\"", rule.Mend, match.Gold.Sample, Math.Round(match.Similarity, 3)));
            }
        }
    }
}
