using EvalHarness.Decisions;
using EvalHarness.Reports.Charts;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Reports.Html.Model;

/// <summary>RAG, fine-tuning, or both, as the page shows it: words and numbers are ready to be read.</summary>
/// <param name="Arms">Who stands for which: "RAG: rag".</param>
/// <param name="Studied">On which rows studies were made; absent without studies.</param>
public sealed record DecisionSection(
    string Answer,
    IReadOnlyList<string> Arms,
    IReadOnlyList<MatrixLine> Matrix,
    IReadOnlyList<BoundaryGroup> Boundaries,
    IReadOnlyList<DecisionSentences> Lists,
    string? Studied,
    IReadOnlyList<StudyTable> Studies)
{
    public static DecisionSection Of(Decision decision, RunReport report)
    {
        var colours = new PipelineColours(report.Pipelines);
        return new DecisionSection(
            DecisionWords.Answer(decision, report),
            [.. decision.Arms.Pipelines.Select(a => $"{ArmWords.Of(a.Key)}: {a.Value}")],
            [.. decision.Matrix.Select(r => MatrixLine.Of(r, decision.Arms, colours))],
            [.. decision.Boundaries.GroupBy(b => b.Parameter).Select(g => BoundaryGroup.Of([.. g], decision.Arms, colours))],
            DecisionSentences.Of(decision, report),
            decision.Studies is { } studies ? StudyWords.Rows(studies, report.Manifest.Dataset.Split) : null,
            decision.Studies is { } made ? StudyWords.Tables(made) : []);
    }
}
