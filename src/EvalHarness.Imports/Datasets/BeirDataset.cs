using System.Globalization;
using System.Runtime.CompilerServices;
using EvalHarness.Datasets;
using EvalHarness.Imports.Rows;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Datasets;

/// <summary>A BEIR folder: corpus.jsonl, queries.jsonl, qrels/*.tsv. Relevant documents become evidence; nobody says what the answer is.</summary>
public sealed class BeirDataset : IDatasetFormat
{
    private static readonly RowMap Corpus = RowMap.Of(("id", ["_id"]), ("title", ["title"]), ("text", ["text"]));
    private static readonly RowMap Qrels = RowMap.Of(("query", ["query-id"]), ("document", ["corpus-id"]), ("score", ["score"]));

    public string Name => "beir";

    public string Description => "BEIR: a folder with corpus.jsonl, queries.jsonl and qrels/*.tsv";

    public async IAsyncEnumerable<Document> DocumentsAsync(ImportRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in RowFile.ReadAsync(File(request, "corpus"), cancellationToken))
        {
            var id = Corpus.Text(row, "id") ?? throw Missing(row, "_id");
            var title = Corpus.Text(row, "title");
            // A document without a text is its title.
            yield return new Document(SafeId.Of(id), title ?? id, Updated: null, ArticleText.Body(Corpus.Text(row, "text") ?? title ?? id));
        }
    }

    public async IAsyncEnumerable<Sample> SamplesAsync(ImportRequest request, LeftOut leftOut, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var documents = await DocumentsAsync(request, cancellationToken).Select(d => d.Id).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var relevant = await RelevantAsync(request, documents, leftOut, cancellationToken);
        await foreach (var row in RowFile.ReadAsync(File(request, "queries"), cancellationToken))
        {
            var id = Corpus.Text(row, "id") ?? throw Missing(row, "_id");
            if (!relevant.TryGetValue(id, out var judged))
                leftOut.Add("queries without a relevant document in the split", id);
            else if (Corpus.Text(row, "text") is { } question)
                yield return new Sample
                {
                    Id = SafeId.Of(id),
                    Split = judged.Split,
                    Question = question,
                    Unlabelled = true,
                    Evidence = [.. judged.Documents.Select(d => new GoldEvidence(d))],
                };
        }
    }

    private static async Task<Dictionary<string, (string Split, List<string> Documents)>> RelevantAsync(ImportRequest request, HashSet<string> documents, LeftOut leftOut, CancellationToken cancellationToken)
    {
        Dictionary<string, (string Split, List<string> Documents)> relevant = new(StringComparer.Ordinal);
        foreach (var (file, split) in QrelFiles(request))
            await foreach (var row in RowFile.ReadAsync(file, cancellationToken))
            {
                var (query, document) = (Qrels.Text(row, "query") ?? throw Missing(row, "query-id"), SafeId.Of(Qrels.Text(row, "document") ?? throw Missing(row, "corpus-id")));
                var score = Score(row);
                if (score > 1)
                    leftOut.Add("grades of relevance above 1 (kept as relevant)", row.Where);
                if (score <= 0)
                    leftOut.Add("judgements of a document as not relevant", row.Where);
                else if (!documents.Contains(document))
                    leftOut.Add("relevant documents that the corpus does not hold", row.Where);
                else if (!relevant.TryAdd(query, (split, [document])) && relevant[query].Split == split)
                    relevant[query].Documents.Add(document);
            }

        return relevant;
    }

    private static double Score(Row row) => double.TryParse(Qrels.Text(row, "score"), NumberStyles.Float, CultureInfo.InvariantCulture, out var score)
        ? score
        : throw Qrels.Wrong(row, "score", Qrels.Text(row, "score") ?? "", "Write a number.");

    private static IEnumerable<(string File, string Split)> QrelFiles(ImportRequest request)
    {
        var folder = Path.Combine(request.Source, "qrels");
        string[] files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal)] : [];
        var wanted = files.Where(f => request.Split is null || Path.GetFileNameWithoutExtension(f) == request.Split).ToList();
        return wanted.Count > 0
            ? wanted.Select(f => (f, Path.GetFileNameWithoutExtension(f)))
            : throw new InputException(new InputProblem(folder, request.Split is null ? "there is no judgement (*.tsv)" : $"there is no {request.Split}.tsv", files.Length == 0 ? "Name the folder that holds corpus.jsonl." : $"There are: {string.Join(", ", files.Select(Path.GetFileName))}."));
    }

    private static string File(ImportRequest request, string name)
    {
        var plain = Path.Combine(request.Source, $"{name}.jsonl");
        return System.IO.File.Exists($"{plain}.gz") && !System.IO.File.Exists(plain) ? $"{plain}.gz" : plain;
    }

    private static InputException Missing(Row row, string column) => new(new InputProblem(row.Where, $"'{column}' is missing", "Check that the folder is a BEIR dataset."));
}
