using System.Text.Json;
using EvalHarness.Calibration.Labelling;
using EvalHarness.Imports.Rows;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Labelling;

/// <summary>Reads what raters hand in: the filled sheet (CSV, however a spreadsheet saved it), or the page's JSON.</summary>
public static class RaterFileReader
{
    private static readonly string[] Needed = ["id", "label"];

    /// <exception cref="InputException">The file is missing, or not one that raters fill.</exception>
    public static Task<RaterFile> ReadAsync(string file, CancellationToken cancellationToken) =>
        Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase) ? ReadJsonAsync(file, cancellationToken) : ReadSheetAsync(file, cancellationToken);

    private static async Task<RaterFile> ReadSheetAsync(string file, CancellationToken cancellationToken)
    {
        var rows = await CsvRows.ReadAsync(file, cancellationToken).ToListAsync(cancellationToken);
        if (rows.Count == 0)
            throw new InputException(new InputProblem(file, "no row is in it", "Fill the exported labels.csv."));
        if (Needed.FirstOrDefault(name => !rows[0].Values.TryGetProperty(name, out _)) is { } missing)
            throw new InputException(new InputProblem($"{file}:1", $"there is no column '{missing}'", "Keep the header of the exported labels.csv."));
        // A spreadsheet may leave empty lines behind.
        var filled = rows.Where(r => Cell(r, "id").Length > 0 || Cell(r, "label").Length > 0);
        return new RaterFile(
            file,
            Only(file, rows, "rater") ?? Path.GetFileNameWithoutExtension(file),
            Only(file, rows, "export"),
            [.. filled.Select(r => new RaterLabel(r.Where, Cell(r, "id"), Cell(r, "label"), r.Values.TryGetProperty("answer", out var answer) ? answer.GetString() : null))]);
    }

    /// <summary>The one value of a column that has the same in every row where it has one.</summary>
    private static string? Only(string file, IReadOnlyList<Row> rows, string column)
    {
        var said = rows.Where(r => Cell(r, column).Length > 0).GroupBy(r => Cell(r, column), StringComparer.Ordinal).ToList();
        return said.Count < 2
            ? said.FirstOrDefault()?.Key
            : throw new InputException(new InputProblem(said[1].First().Where, $"the column '{column}' says '{said[1].Key}' here and '{said[0].Key}' elsewhere", $"{Path.GetFileName(file)} is to be one rater's file of one export: split it."));
    }

    private static string Cell(Row row, string column) =>
        row.Values.TryGetProperty(column, out var cell) ? FormulaGuard.Undo(cell.GetString()!).Trim() : "";

    private static async Task<RaterFile> ReadJsonAsync(string file, CancellationToken cancellationToken)
    {
        var root = await WholeJson.ReadAsync(file, cancellationToken);
        ProblemList problems = new();
        problems.AddErrors(InputSchemas.Named("rater-labels").Validate(root), new SourceMap(file));
        problems.ThrowIfAny();
        return new RaterFile(
            file,
            root.GetProperty("rater").GetString()!.Trim(),
            root.GetProperty("export").GetString(),
            [.. root.GetProperty("labels").EnumerateArray().Select((l, i) => new RaterLabel($"{file}: labels[{i}]", l.GetProperty("id").GetString()!, l.GetProperty("label").GetString()!))]);
    }
}
