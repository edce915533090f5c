using EvalHarness.Imports.Rows;
using EvalHarness.Imports.Telemetry;

namespace EvalHarness.Imports.Recorded;

/// <summary>Traces of a system in production: OpenTelemetry GenAI spans.</summary>
internal sealed class OtelFormat : IRecordingFormat
{
    private static readonly string[] Same =
        ["question", "answer", "passages", "model", "input_tokens", "output_tokens", "cache_read_tokens", "cache_write_tokens", "reasoning_tokens", "calls", "latency_ms", "error"];

    public string Name => "otel";

    public bool NumbersRepeats => true;

    public RowMap Map { get; } = RowMap.Of(
    [
        .. Same.Select(key => (key, new[] { key })),
        ("passage_document", ["id"]),
        ("passage_text", ["content", "text"]),
        ("passage_title", ["title"]),
    ]);

    public IAsyncEnumerable<Row> RowsAsync(string file, CancellationToken cancellationToken) => OtelTraces.ReadAsync(file, cancellationToken);
}
