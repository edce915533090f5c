using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Drafting;

/// <summary>Reads drafts: docs/schemas/drafts.schema.json, one on each line, each id once.</summary>
public static class DraftLines
{
    /// <exception cref="InputException">The file is missing, or lines in it are wrong: all problems.</exception>
    public static async Task<IReadOnlyList<Draft>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = InputText.Open(file);
        return await ReadAsync(file, stream, cancellationToken);
    }

    internal static async Task<IReadOnlyList<Draft>> ReadAsync(string file, Stream stream, CancellationToken cancellationToken)
    {
        ProblemList problems = new();
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        List<Draft> drafts = [];
        await foreach (var line in JsonLines.ReadAsync(file, stream, cancellationToken))
        {
            if (Draft(line, problems) is not { } draft)
                continue;
            drafts.Add(draft);
            if (!lines.TryAdd(draft.Id, line.Number))
                problems.Add(line.Source().Where("/id"), $"the draft '{draft.Id}' stands in line {lines[draft.Id]} too", "Remove one of them.");
        }

        problems.ThrowIfAny();
        return drafts;
    }

    /// <summary>A line without its end.</summary>
    internal static string Of(Draft draft) => JsonSerializer.Serialize(draft, RunJson.Compact);

    private static Draft? Draft(JsonLine line, ProblemList problems)
    {
        if (line.Problem is { } problem)
        {
            problems.Add(problem);
            return null;
        }

        if (InputSchemas.Named("drafts").Validate(line.Root) is { Count: > 0 } errors)
        {
            problems.AddErrors(errors, line.Source());
            return null;
        }

        return line.Root.Deserialize<Draft>(RunJson.Compact);
    }
}
