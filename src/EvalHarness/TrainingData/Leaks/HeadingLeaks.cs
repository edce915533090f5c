using EvalHarness.Datasets;
using EvalHarness.TrainingData.Texts;

namespace EvalHarness.TrainingData.Leaks;

/// <summary>Looks for titles and headings of the corpus that are gold questions but for spelling.</summary>
internal sealed class HeadingLeaks(GoldIndex gold)
{
    public void Look(Corpus corpus, FindingList findings)
    {
        var questions = gold.Questions.ToLookup(q => q.Plain, StringComparer.Ordinal);
        foreach (var document in corpus.Documents)
        {
            foreach (var heading in Headings(document))
            {
                foreach (var question in questions[PlainText.Of(heading)])
                    findings.Add(LintRules.HeadingIsQuestion, Finding(corpus, document, heading, question));
            }
        }
    }

    private static LintFinding Finding(Corpus corpus, Document document, string heading, GoldQuestion question)
    {
        var rule = LintRules.HeadingIsQuestion;
        return new LintFinding(rule.Id, rule.Severity, $"{corpus.Name}/{document.Id}", $"the heading \"{heading}\" is the {question.Name}", rule.Mend, question.Sample, 1);
    }

    private static IEnumerable<string> Headings(Document document) => document.Text.Split('\n')
        .Where(line => line.StartsWith('#'))
        .Select(line => line.Trim('#', ' ', '\r'))
        .Prepend(document.Title)
        .Distinct(StringComparer.Ordinal);
}
