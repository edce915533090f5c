using EvalHarness.Gates;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Reports.Html.Model;

/// <summary>The verdict as the page shows it.</summary>
/// <param name="Verdict"><c>promote</c>, <c>inconclusive</c>, <c>reject</c>, <c>invalid</c>.</param>
public sealed record GateSection(string Verdict, string Title, string Meaning, IReadOnlyList<GateRow> Lines, IReadOnlyList<string> Notes)
{
    public static GateSection Of(GateResult result)
    {
        var several = result.Runs.Count > 1;
        return new GateSection(
            result.Verdict.ToString().ToLowerInvariant(),
            $"{VerdictWords.Of(result.Verdict)}: {result.Runs[0].Candidate} against {result.Runs[0].Baseline}",
            $"{VerdictWords.Meaning(result.Verdict)} {char.ToUpperInvariant(result.Why[0])}{result.Why[1..]}.",
            [.. result.Lines.OrderByDescending(l => l.Outcome).Select(l => new GateRow(VerdictWords.Of(l.Outcome), VerdictWords.Subject(l, several), l.Role, l.Why, l.N, VerdictWords.Scorer(l)))],
            [.. result.Notes, $"Policy {result.Policy}, SHA-256 {Inputs.ContentHash.Short(result.PolicyHash)}; decided {result.DecidedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC."]);
    }
}
