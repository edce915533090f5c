using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Calibration.Labelling;

/// <summary>Raters' labels, led back to the run that they were drawn from.</summary>
/// <param name="Rows">Those that somebody decided, in the order of the key.</param>
/// <param name="Undecided">Rows that nobody decided: in no file.</param>
public sealed record LabelImport(LabelKey Key, IReadOnlyList<Rater> Raters, RaterAgreement Agreement, IReadOnlyList<LabelledRow> Rows, int Undecided, IReadOnlyList<Disagreement> Disagreements)
{
    /// <param name="keyFile">Named in messages.</param>
    /// <exception cref="InputException">The key is of another run, the run has changed since, or files are wrong.</exception>
    public static async Task<LabelImport> ReadAsync(string keyFile, LabelKey key, IReadOnlyList<RaterFile> files, bool mayMiss, OpenRun run, RowPresenter presenter, CancellationToken cancellationToken)
    {
        if (key.Run != run.Manifest.Id)
            throw new InputException(new InputProblem(keyFile, $"its rows are of the run {key.Run}", $"Import them with --run {key.Run}."));
        var rows = await RowsAsync(key, run, cancellationToken);
        var shown = rows.ToDictionary(r => r.Key, r => presenter.Show(r.Value), StringComparer.Ordinal);
        ThrowIfChanged(keyFile, key, shown);
        var raters = new RaterCheck(key, mayMiss).Check(files, shown.ToDictionary(s => s.Key, s => s.Value.Answer, StringComparer.Ordinal));
        var decided = key.Rows.Where(r => raters.Any(rater => rater.Of(r.Id) is not null)).ToList();
        return new LabelImport(
            key,
            raters,
            RaterAgreement.Of(key, raters),
            [.. decided.Select(r => presenter.Label(rows[r.Id], run.Manifest.Name, [.. raters.Select(rater => rater.Of(r.Id))]))],
            key.Rows.Count - decided.Count,
            [.. key.Rows.Where(r => raters.Select(rater => rater.Of(r.Id)).OfType<bool>().Distinct().Count() > 1).Select(r => Disagreement(r.Id, shown[r.Id], raters))]);
    }

    /// <summary>The rows of the key, by the ids that raters see.</summary>
    private static async Task<Dictionary<string, ResultRow>> RowsAsync(LabelKey key, OpenRun run, CancellationToken cancellationToken)
    {
        var wanted = key.Rows.ToDictionary(r => (r.Pipeline, r.SampleId, r.Repeat), r => r.Id);
        Dictionary<string, ResultRow> rows = new(StringComparer.Ordinal);
        await foreach (var row in run.Store.Scores.RowsAsync([], cancellationToken))
            if (wanted.TryGetValue((row.Pipeline, row.Sample.Id, row.Repeat), out var id) && row.Trace.Answer is not null)
                rows.Add(id, row);
        return rows;
    }

    private static void ThrowIfChanged(string keyFile, LabelKey key, Dictionary<string, ShownRow> shown)
    {
        var changed = key.Rows.Where(r => !shown.TryGetValue(r.Id, out var now) || now.Hash != r.Shown).ToList();
        if (changed.Count > 0)
            throw new InputException(new InputProblem(
                keyFile,
                $"{changed.Count} of {key.Rows.Count} rows no longer read as they were shown to the raters ({changed[0].Pipeline}, sample {changed[0].SampleId})",
                "The answer, the gold labels or the corpus have changed since the export: put them back, or export and label anew."));
    }

    private static Disagreement Disagreement(string id, ShownRow shown, IReadOnlyList<Rater> raters) => new(
        id,
        shown.Question,
        shown.Answer,
        raters.Where(r => r.Labels.ContainsKey(id)).ToDictionary(r => r.Name, r => r.Of(id) switch { true => "yes", false => "no", null => "unsure" }, StringComparer.Ordinal));
}
