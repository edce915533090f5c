using EvalHarness.Imports.Rows;

namespace EvalHarness.Imports.Recorded;

/// <summary>Rows that the user maps; columns of our own names need no mapping.</summary>
internal sealed class MappedFormat(string name) : IRecordingFormat
{
    private static readonly string[] Same =
        ["question", "answer", "passages", "citations", "model", "input_tokens", "output_tokens", "latency_ms", "repeat", "error", "passage_title"];

    public string Name => name;

    public bool NumbersRepeats => false;

    public RowMap Map { get; } = RowMap.Of(
    [
        .. Same.Select(key => (key, new[] { key })),
        ("passage_text", ["text", "content"]),
        ("passage_document", ["document", "doc_id", "id"]),
    ]);

    public IAsyncEnumerable<Row> RowsAsync(string file, CancellationToken cancellationToken) => RowFile.ReadAsync(file, cancellationToken);
}
