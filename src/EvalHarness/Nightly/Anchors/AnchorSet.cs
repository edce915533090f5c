using EvalHarness.Calibration;
using EvalHarness.Evaluators;

namespace EvalHarness.Nightly.Anchors;

/// <summary>Labelled answers that never change, scored anew each night: what moves in the agreement with their labels is the scorer, not production.</summary>
/// <param name="file">Labels: docs/schemas/labels.schema.json.</param>
/// <param name="name">Who scores, as people call it.</param>
public sealed class AnchorSet(string file, string name, ILabelScorer scorer)
{
    /// <summary>Answers in work at once.</summary>
    public int InFlight { get; init; } = 16;

    /// <exception cref="Inputs.InputException">The file is missing or wrong.</exception>
    public async Task<AnchorReading> ReadAsync(double floor, CancellationToken cancellationToken)
    {
        var rows = await LabelledRowReader.ReadAsync(file, cancellationToken);
        AnchorReading reading = new(name, scorer.Evaluator, Path.GetFileName(file), 0, rows.Count, null, floor);
        try
        {
            var slice = Calibrator.Of(await JudgeAsync(rows, cancellationToken));
            return reading with { N = slice.N, NotScored = slice.NotScored, Kappa = slice.Kappa?.Value };
        }
        catch (ScoringStoppedException exception)
        {
            return reading with { Stopped = exception.Message };
        }
    }

    private async Task<JudgedRow[]> JudgeAsync(IReadOnlyList<LabelledRow> rows, CancellationToken cancellationToken)
    {
        var judged = new JudgedRow[rows.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, rows.Count),
            new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken },
            async (place, token) => judged[place] = new JudgedRow(rows[place], file, await scorer.JudgeAsync(rows[place], token)));
        return judged;
    }
}
