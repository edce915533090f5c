using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Drafting.Reviews;

/// <summary>Puts accepted samples into a file of gold samples. Rows that were there and are no drafts stay as they are, byte for byte; placeholders go.</summary>
public static class GoldFile
{
    private const string Placeholder = "placeholder";

    /// <param name="drafted">Ids of all drafts: rows of theirs are replaced, or go with their acceptance.</param>
    /// <param name="accepted">Without any, placeholders stay: a dataset without rows is none.</param>
    /// <returns>Rows that were kept, and placeholders that went.</returns>
    /// <exception cref="InputException">The file is there and is no JSONL, or cannot be written; it is as it was then.</exception>
    public static async Task<(int Kept, int Placeholders)> WriteAsync(string path, IReadOnlyCollection<string> drafted, IReadOnlyList<Sample> accepted, CancellationToken cancellationToken)
    {
        List<ReadOnlyMemory<byte>> lines = [];
        var placeholders = 0;
        if (File.Exists(path))
        {
            await foreach (var line in JsonLines.ReadAsync(path, cancellationToken))
            {
                if (line.Problem is { } problem)
                    throw new InputException(problem);
                if (accepted.Count > 0 && IsPlaceholder(line.Root))
                    placeholders++;
                else if (!drafted.Contains(Id(line.Root)))
                    lines.Add(line.Utf8);
            }
        }

        var kept = lines.Count;
        lines.AddRange(accepted.Select(s => (ReadOnlyMemory<byte>)JsonSerializer.SerializeToUtf8Bytes(Row(s), RunJson.Compact)));
        await ReplaceAsync(path, lines, cancellationToken);
        return (kept, placeholders);
    }

    private static async Task ReplaceAsync(string path, List<ReadOnlyMemory<byte>> lines, CancellationToken cancellationToken)
    {
        var beside = path + ".new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await using (FileStream file = new(beside, FileMode.Create, FileAccess.Write))
            {
                foreach (var line in lines)
                {
                    await file.WriteAsync(line, cancellationToken);
                    file.WriteByte((byte)'\n');
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(path, $"it cannot be written ({exception.Message})", "Decisions are kept: make room or name another file with --out, and give the command again."));
        }
        finally
        {
            File.Delete(beside);
        }
    }

    // What is empty is left out, as people leave it out.
    private static object Row(Sample sample) => new
    {
        sample.Id,
        sample.Split,
        sample.Question,
        Answers = sample.Answers.Count == 0 ? null : sample.Answers,
        SupersededAnswers = sample.SupersededAnswers.Count == 0 ? null : sample.SupersededAnswers,
        Evidence = sample.Evidence.Count == 0 ? null : sample.Evidence,
        Unanswerable = sample.Unanswerable ? true : (bool?)null,
        sample.Cluster,
        sample.Tags,
    };

    private static string Id(JsonElement row) => row.ValueKind == JsonValueKind.Object && row.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString()! : "";

    private static bool IsPlaceholder(JsonElement row) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Object && tags.TryGetProperty(Placeholder, out _);
}
