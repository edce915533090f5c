using System.Globalization;

namespace EvalHarness.TrainingData.Leaks;

/// <summary>Looks for gold questions in a training example. Of the measured split they are errors, of other splits warnings.</summary>
internal sealed class GoldLeakCheck(GoldIndex gold) : IExampleCheck
{
    public ValueTask<IReadOnlyList<LintFinding>> LookAsync(ReadExample example, CancellationToken cancellationToken)
    {
        var matches = gold.Find(example.Questions, example.Texts);
        return ValueTask.FromResult<IReadOnlyList<LintFinding>>(matches.Count == 0 ? [] : [.. matches.Select(m => Finding(example, m))]);
    }

    private static LintFinding Finding(ReadExample example, GoldMatch match)
    {
        var rule = Rule(match.Kind);
        var severity = rule.Severity == LintSeverity.Error && !match.Gold.IsMeasured ? LintSeverity.Warning : rule.Severity;
        return new LintFinding(rule.Id, severity, example.Where, $"{Words(match)}: \"{match.Gold.Quote}\"", rule.Mend, match.Gold.Sample, Math.Round(match.Similarity, 3));
    }

    private static LintRule Rule(MatchKind kind) => kind switch
    {
        MatchKind.Exact => LintRules.LeakExact,
        MatchKind.Normalised => LintRules.LeakNormalised,
        MatchKind.WordSequences => LintRules.LeakNGram,
        MatchKind.NearDuplicate => LintRules.LeakNearDuplicate,
        _ => LintRules.SimilarQuestion,
    };

    private static string Words(GoldMatch match) => match.Kind switch
    {
        MatchKind.Exact => $"the {match.Gold.Name} to the letter",
        MatchKind.Normalised => $"the {match.Gold.Name} in other spelling",
        MatchKind.WordSequences => string.Create(CultureInfo.InvariantCulture, $"{match.Similarity:0%} of the word sequences of {match.Gold.Name}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"a question {match.Similarity:.00} like {match.Gold.Name}"),
    };
}
