using System.Text.Json;
using EvalHarness.Inputs;

namespace EvalHarness.Calibration;

/// <summary>Reads labelled rows: docs/schemas/labels.schema.json, one on each line; <c>.gz</c> is unpacked.</summary>
public static class LabelledRowReader
{
    /// <exception cref="InputException">The file is missing, damaged or empty, or rows in it are wrong: all problems, each with its place.</exception>
    public static async Task<IReadOnlyList<LabelledRow>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        ProblemList problems = new();
        List<LabelledRow> rows = [];
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        await using var stream = PackedFile.Open(file);
        try
        {
            await foreach (var line in JsonLines.ReadAsync(file, stream, cancellationToken))
            {
                if (Read(line, problems) is not { } row)
                    continue;
                // A row that stands twice would count twice.
                if (!lines.TryAdd(row.Id, line.Number))
                    problems.Add($"{line.File}:{line.Number}", $"the id '{row.Id}' stands in line {lines[row.Id]} already", "Take the row out, or give it an id of its own; several raters' labels of one answer stand in one row: labels.");
                rows.Add(row);
            }
        }
        catch (InvalidDataException exception)
        {
            throw new InputException(PackedFile.Damaged(file, exception));
        }

        problems.ThrowIfAny();
        return rows.Count > 0 ? rows : throw new InputException(new InputProblem(file, "the file holds no row", "Write one JSON object per line: docs/schemas/labels.schema.json."));
    }

    private static LabelledRow? Read(JsonLine line, ProblemList problems)
    {
        if (line.Problem is { } problem)
        {
            problems.Add(problem);
            return null;
        }

        if (InputSchemas.Named("labels").Validate(line.Root) is { Count: > 0 } errors)
        {
            problems.AddErrors(errors, line.Source());
            return null;
        }

        return Row(line.Root, Path.GetFileName(line.File), line.Number);
    }

    private static LabelledRow Row(JsonElement json, string file, int line) => new()
    {
        Id = Text(json, "id") ?? $"{file}:{line}",
        Group = Text(json, "group") ?? $"{file}:{line}",
        Source = Text(json, "source") ?? file,
        System = Text(json, "system") ?? Text(json, "model") ?? "",
        Question = Text(json, "question") ?? "",
        References = json.TryGetProperty("references", out var references) ? [.. references.EnumerateArray().Select(r => r.GetString()!).Distinct(StringComparer.Ordinal)] : [],
        Context = Text(json, "context") ?? "",
        Answer = Text(json, "answer")!,
        Labels = json.TryGetProperty("labels", out var labels) ? [.. labels.EnumerateArray().Select(IsYes)] : [IsYes(json.GetProperty("label"))],
    };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null } : null;

    private static bool? IsYes(JsonElement label) => label.ValueKind == JsonValueKind.Null
        ? null
        : label.ValueKind == JsonValueKind.True || (label.ValueKind == JsonValueKind.Number && label.GetDouble() == 1);
}
