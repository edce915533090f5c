using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Imports.Rows;

namespace EvalHarness.Imports.Recorded;

/// <summary>What <c>promptfoo eval --output results.json</c> writes: one row for each test, prompt and provider.</summary>
/// <remarks>Beside its own columns a row has <c>provider</c> and <c>prompt</c> as plain names, for <c>where:</c>.</remarks>
internal sealed class PromptfooFormat : IRecordingFormat
{
    private static readonly string[] QuestionNames = ["question", "query", "input", "user_input", "prompt", "message", "text"];

    public string Name => "promptfoo";

    public bool NumbersRepeats => true;

    public RowMap Map { get; } = RowMap.Of(
        ("question", [.. QuestionNames.Select(n => $"vars.{n}")]),
        ("answer", ["response.output"]),
        ("passages", ["response.metadata.context", "vars.context"]),
        ("model", ["provider"]),
        ("input_tokens", ["response.tokenUsage.prompt"]),
        ("output_tokens", ["response.tokenUsage.completion"]),
        ("latency_ms", ["latency_ms"]),
        ("error", ["error", "response.error"]));

    public async IAsyncEnumerable<Row> RowsAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var root = await WholeJson.ReadAsync(file, cancellationToken);
        foreach (var (number, item) in WholeJson.List(file, root, "results.results", "results").Index())
            yield return Plain(JsonListRows.Row($"{file}: results", number, item));
    }

    private static Row Plain(Row row)
    {
        var values = JsonObject.Create(row.Values)!;
        Flatten(values, "provider", "id");
        Flatten(values, "prompt", "label");
        // A cached reply's time is the cache's, and a failed assertion is no failed answer.
        if (values["latencyMs"] is JsonValue latency && values["response"]?["cached"]?.GetValueKind() != JsonValueKind.True)
            values["latency_ms"] = latency.DeepClone();
        if (values["response"]?["output"] is not null)
            values.Remove("error");
        return row with { Values = JsonSerializer.SerializeToElement(values) };
    }

    private static void Flatten(JsonObject values, string column, string name)
    {
        if (values[column] is JsonObject whole && whole[name] is JsonValue value)
            values[column] = value.DeepClone();
    }
}
