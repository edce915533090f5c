using System.Runtime.CompilerServices;
using EvalHarness.Imports.Rows;

namespace EvalHarness.Imports.Recorded;

/// <summary>RAGChecker's input and output: <c>results[]</c> of query, response and retrieved_context.</summary>
internal sealed class RagCheckerFormat : IRecordingFormat
{
    public string Name => "ragchecker";

    public bool NumbersRepeats => false;

    public RowMap Map { get; } = RowMap.Of(
        ("id", ["query_id"]),
        ("question", ["query"]),
        ("answer", ["response"]),
        ("passages", ["retrieved_context"]),
        ("passage_document", ["doc_id"]),
        ("passage_text", ["text"]));

    public async IAsyncEnumerable<Row> RowsAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var root = await WholeJson.ReadAsync(file, cancellationToken);
        foreach (var (number, item) in WholeJson.List(file, root, "results").Index())
            yield return JsonListRows.Row($"{file}: results", number, item);
    }
}
