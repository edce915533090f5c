using System.Globalization;
using System.Text.Json;
using EvalHarness.Imports.Rows;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Imports.Recorded;

/// <summary>Reads answers out of rows.</summary>
/// <param name="priceAs">Instead of the recorded model's name.</param>
internal sealed class AnswerMapping(RowMap map, string? priceAs)
{
    /// <summary>What keys of scores begin with in the map.</summary>
    public const string Score = "score:";

    /// <exception cref="InputException">There is no question, neither answer nor error, or a figure is none.</exception>
    public RecordedAnswer Read(Row row)
    {
        if (map.Text(row, "question") is not { } question)
            throw Missing(row, "question");
        var error = map.Text(row, "error");
        if (error is null && map.RawText(row, "answer") is null)
            throw Missing(row, "answer");
        return new RecordedAnswer(row.Where, question, map.Text(row, "id"), Repeat(row), error is null ? Answer(row) : null, error);
    }

    private Answer Answer(Row row) => new()
    {
        Text = map.RawText(row, "answer")!,
        Passages = [.. map.Items(row, "passages").Select(Passage)],
        Citations = map.Items(row, "citations") is { Count: > 0 } cited ? [.. cited.Select(CellText.Of)] : null,
        Usage = map.Count(row, "input_tokens") is { } input && map.Count(row, "output_tokens") is { } output ? Usage(row, input, output) : null,
        Model = priceAs ?? map.Text(row, "model"),
        IsRecorded = true,
        RecordedScores = Scores(row),
        RecordedLatency = map.Number(row, "latency_ms") is { } latency ? TimeSpan.FromMilliseconds(latency) : null,
    };

    private Dictionary<string, double>? Scores(Row row)
    {
        Dictionary<string, double> scores = new(StringComparer.Ordinal);
        foreach (var key in map.Keys.Where(k => k.StartsWith(Score, StringComparison.Ordinal)))
            if (map.Text(row, key) is { } text)
                scores[key[Score.Length..]] = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
                    ? value
                    : throw map.Wrong(row, key, text, "Write a number.");
        return scores.Count > 0 ? scores : null;
    }

    private TokenUsage Usage(Row row, long input, long output) => new(input, output)
    {
        CacheRead = map.Count(row, "cache_read_tokens") ?? 0,
        CacheWrite = map.Count(row, "cache_write_tokens") ?? 0,
        Reasoning = map.Count(row, "reasoning_tokens") ?? 0,
        Calls = (int)(map.Count(row, "calls") ?? 1),
    };

    // Given best first; a passage without a document of its own is named by its place.
    private Passage Passage(JsonElement passage, int index)
    {
        var isText = passage.ValueKind != JsonValueKind.Object;
        var document = isText ? null : map.Text(passage, "passage_document");
        var name = document ?? FormattableString.Invariant($"passage-{index + 1}");
        var text = isText ? CellText.Of(passage) : map.Text(passage, "passage_text") ?? "";
        return new Passage(FormattableString.Invariant($"{name}#{index}"), name, isText ? name : map.Text(passage, "passage_title") ?? name, text, Span: null, Score: 0);
    }

    private int? Repeat(Row row) => map.Count(row, "repeat") is { } repeat ? (int)Math.Min(repeat, int.MaxValue) : null;

    private InputException Missing(Row row, string what) => new(new InputProblem(
        row.Where,
        $"the row has no {what}: nothing stands in {map.Places(what)}",
        $"Say where it is: map: {{ {what}: … }}. The row has: {string.Join(", ", row.Values.EnumerateObject().Select(c => c.Name))}."));
}
