using EvalHarness.Imports.Rows;

namespace EvalHarness.Imports.Recorded;

/// <summary>A Ragas dataset, by the names of 0.1 (<c>question</c>, <c>answer</c>, <c>contexts</c>) and from 0.2 on (<c>user_input</c>, <c>response</c>, <c>retrieved_contexts</c>).</summary>
internal sealed class RagasFormat : IRecordingFormat
{
    public string Name => "ragas";

    public bool NumbersRepeats => false;

    public RowMap Map { get; } = RowMap.Of(
        ("question", ["user_input", "question"]),
        ("answer", ["response", "answer"]),
        ("passages", ["retrieved_contexts", "contexts"]),
        ("passage_document", ["document", "id"]),
        ("passage_text", ["text", "page_content"]));

    public IAsyncEnumerable<Row> RowsAsync(string file, CancellationToken cancellationToken) => RowFile.ReadAsync(file, cancellationToken);
}
