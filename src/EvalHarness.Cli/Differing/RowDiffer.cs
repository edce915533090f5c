using EvalHarness.Inputs;
using EvalHarness.Reports.Html.Rows;

namespace EvalHarness.Cli.Differing;

/// <summary>Compares the rows of two runs on the same samples, one by one.</summary>
/// <remarks>Memory: a short state per row of the older run; the newer one's stream by.</remarks>
internal sealed class RowDiffer(RunReport older, RunReport newer, IReadOnlyList<string> pipelines)
{
    /// <exception cref="InputException">Right and wrong are defined otherwise in the two runs.</exception>
    public async Task<RunDifference> DiffAsync(CancellationToken cancellationToken)
    {
        DemandSameMeaning();
        var before = await StatesAsync(older, cancellationToken).ToDictionaryAsync(s => s.Key, s => s.State, cancellationToken: cancellationToken);
        var (changed, identical, inOneOnly) = (new List<RowDifference>(), 0, 0);
        await foreach (var (key, state) in StatesAsync(newer, cancellationToken))
        {
            if (!before.Remove(key, out var was))
                inOneOnly++;
            else if (new RowDifference(key.Sample, key.Pipeline, key.Repeat, was, state) is { Kind: not ChangeKind.Identical } difference)
                changed.Add(difference);
            else
                identical++;
        }

        return new(older.Manifest.Id, newer.Manifest.Id, pipelines, [.. changed.OrderBy(c => c.Kind)], identical, inOneOnly + before.Count);
    }

    private IAsyncEnumerable<((string Pipeline, string Sample, int Repeat) Key, RowState State)> StatesAsync(RunReport report, CancellationToken cancellationToken)
    {
        var correctness = RowMark.CorrectnessOf(report);
        return report.Rows(cancellationToken)
            .Where(r => pipelines.Contains(r.Pipeline))
            .Select(r => ((r.Pipeline, r.Sample.Id, r.Repeat), RowState.Of(r, report.Answers, correctness)));
    }

    private void DemandSameMeaning()
    {
        var (one, other) = (Meaning(older), Meaning(newer));
        if (one != other)
            throw new InputException(new InputProblem(
                older.Manifest.Id,
                $"its right and wrong are read from {one ?? "nothing"}, those of {newer.Manifest.Id} from {other ?? "nothing"}",
                "Score both again with one definition (evalharness score)."));
    }

    private static string? Meaning(RunReport report) =>
        RowMark.CorrectnessOf(report) is { } id ? report.Metrics.First(m => m.Id == id).DefinitionId : null;
}
