using System.Text.Json;
using EvalHarness.Drafting.Reviews;
using EvalHarness.Imports.Rows;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Labelling;

/// <summary>Reads the decisions that a reviewer hands in: the page's JSON, or its sheet (CSV, however a spreadsheet saved it).</summary>
public static class ReviewSheetReader
{
    private static readonly string[] Needed = ["id", "decision"];

    /// <exception cref="InputException">The file is missing, or not one that the page hands out.</exception>
    public static Task<ReviewSheet> ReadAsync(string file, CancellationToken cancellationToken) =>
        Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase) ? ReadJsonAsync(file, cancellationToken) : ReadCsvAsync(file, cancellationToken);

    private static async Task<ReviewSheet> ReadCsvAsync(string file, CancellationToken cancellationToken)
    {
        var rows = await CsvRows.ReadAsync(file, cancellationToken).ToListAsync(cancellationToken);
        if (rows.Count == 0)
            throw new InputException(new InputProblem(file, "no row is in it", "Import the file that the page handed out."));
        if (Needed.FirstOrDefault(name => !rows[0].Values.TryGetProperty(name, out _)) is { } missing)
            throw new InputException(new InputProblem($"{file}:1", $"there is no column '{missing}'", "Keep the header of the file that the page handed out."));
        return new ReviewSheet(
            rows.Select(r => Cell(r, "reviewer")).FirstOrDefault(name => name.Length > 0),
            [.. rows.Select(r => new ReviewedRow(r.Where, Cell(r, "id"), Cell(r, "decision").ToLowerInvariant(), Cell(r, "reason"), Cell(r, "question"), Cell(r, "answer")))]);
    }

    private static string Cell(Row row, string column) =>
        row.Values.TryGetProperty(column, out var cell) ? Calibration.Labelling.FormulaGuard.Undo(cell.GetString()!).Trim() : "";

    private static async Task<ReviewSheet> ReadJsonAsync(string file, CancellationToken cancellationToken)
    {
        var root = await WholeJson.ReadAsync(file, cancellationToken);
        ProblemList problems = new();
        problems.AddErrors(InputSchemas.Named("review-sheet").Validate(root), new SourceMap(file));
        problems.ThrowIfAny();
        return new ReviewSheet(
            root.GetProperty("reviewer").GetString()!.Trim(),
            [.. root.GetProperty("decisions").EnumerateArray().Select((d, i) => new ReviewedRow($"{file}: decisions[{i}]", Text(d, "id"), Text(d, "decision"), Text(d, "reason"), Text(d, "question"), Text(d, "answer")))]);
    }

    private static string Text(JsonElement decision, string field) => decision.TryGetProperty(field, out var text) ? text.GetString()!.Trim() : "";
}
