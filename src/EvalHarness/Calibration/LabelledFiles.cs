using EvalHarness.Inputs;

namespace EvalHarness.Calibration;

/// <summary>Judges the rows of files of labels, and measures the judgements.</summary>
public sealed class LabelledFiles(IReadOnlyList<string> files, string half)
{
    /// <summary>Rows in work at once; default one for each core.</summary>
    public int InFlight { get; init; } = Environment.ProcessorCount;

    /// <exception cref="InputException">A file is missing or wrong, two have one name, the half holds no row, or rows lack what the scorer reads.</exception>
    public async Task<CalibrationReport> MeasureAsync(ILabelScorer scorer, CancellationToken cancellationToken)
    {
        SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);
        List<JudgedRow> judged = [];
        foreach (var file in files)
        {
            var name = Path.GetFileName(file);
            var rows = await LabelledRowReader.ReadAsync(file, cancellationToken);
            if (!hashes.TryAdd(name, ContentHash.OfFile(file)))
                throw new InputException(new InputProblem("--labels", $"two files are called {name}", "Rename one: figures are given per file."));
            judged.AddRange(await JudgeAsync(scorer, name, [.. rows.Where(r => GroupHalf.Has(half, r.Group))], cancellationToken));
        }

        if (judged.Count == 0)
            throw new InputException(new InputProblem("--half", $"no row's group is in the half '{half}'", $"Measure --half {GroupHalf.All}."));
        if (judged.TrueForAll(j => j.Judgement is null))
            throw new InputException(new InputProblem("--labels", $"none of {judged.Count} rows could be scored by {scorer.Evaluator}", "Rows for groundedness need a context, rows for answer-correctness need references: docs/schemas/labels.schema.json."));
        return new CalibrationReport(
            scorer.Evaluator,
            scorer.Verifier,
            scorer.Definition,
            hashes,
            half,
            Calibrator.Of(judged),
            Calibrator.By(judged, r => r.Row.Source),
            Calibrator.By(judged, r => r.Row.System),
            Calibrator.By(judged, r => r.File));
    }

    // In the order of the file, whichever is ready first.
    private async Task<JudgedRow[]> JudgeAsync(ILabelScorer scorer, string file, IReadOnlyList<LabelledRow> rows, CancellationToken cancellationToken)
    {
        var judged = new JudgedRow[rows.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, rows.Count),
            new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken },
            async (place, token) => judged[place] = new JudgedRow(rows[place], file, await scorer.JudgeAsync(rows[place], token)));
        return judged;
    }
}
