using System.Runtime.CompilerServices;
using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Imports.Rows;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Datasets;

/// <summary>SQuAD 1.1 and 2.0: the JSON of its authors, or the rows of Hugging Face (Parquet or JSONL), where an empty list of answers means that there is none.</summary>
public sealed class SquadDataset : IDatasetFormat
{
    private static readonly RowMap Flat = RowMap.Of(
        ("id", ["id"]), ("title", ["title"]), ("context", ["context"]), ("question", ["question"]), ("answers", ["answers.text"]), ("starts", ["answers.answer_start"]));

    private static readonly RowMap Nested = RowMap.Of(
        ("id", ["id"]), ("title", ["title"]), ("context", ["context"]), ("question", ["question"]), ("answers", ["$.answers[*].text"]), ("starts", ["$.answers[*].answer_start"]), ("impossible", ["is_impossible"]), ("plausible", ["$.plausible_answers[*].text"]));

    public string Name => "squad";

    public string Description => "SQuAD 1.1 or 2.0: JSON, or rows of Hugging Face";

    public async IAsyncEnumerable<Document> DocumentsAsync(ImportRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var article in await ArticlesAsync(request.Source, cancellationToken))
            yield return article.Document;
    }

    public async IAsyncEnumerable<Sample> SamplesAsync(ImportRequest request, LeftOut leftOut, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var article in await ArticlesAsync(request.Source, cancellationToken))
            foreach (var sample in article.Samples(request.Split ?? "test", leftOut))
                yield return sample;
    }

    private static async Task<IReadOnlyList<SquadArticle>> ArticlesAsync(string file, CancellationToken cancellationToken)
    {
        if (InputStream.Ending(file) != ".json")
            return Grouped(await RowFile.ReadAsync(file, cancellationToken).ToListAsync(cancellationToken));
        var root = await WholeJson.ReadAsync(file, cancellationToken);
        return [.. WholeJson.List(file, root, "data").Select((article, i) => Read($"{file}: data[{i}]", article))];
    }

    private static SquadArticle Read(string where, JsonElement article) => new(
        Nested.Text(article, "title") ?? where,
        [.. WholeJson.List(where, article, "paragraphs").Select((p, i) => (
            Nested.Text(p, "context") ?? throw Missing($"{where}.paragraphs[{i}]", "context"),
            (IReadOnlyList<SquadQuestion>)[.. WholeJson.List($"{where}.paragraphs[{i}]", p, "qas").Select((q, k) => Question(new Row($"{where}.paragraphs[{i}].qas[{k}]", q), Nested))]))]);

    // One article for each title, in the order of the file.
    private static List<SquadArticle> Grouped(List<Row> rows) =>
    [
        .. rows.GroupBy(r => Flat.Text(r, "title") ?? "", StringComparer.Ordinal).Select(article => new SquadArticle(
            article.Key,
            [.. article.GroupBy(r => Flat.Text(r, "context") ?? throw Missing(r.Where, "context"), StringComparer.Ordinal).Select(p => (p.Key, (IReadOnlyList<SquadQuestion>)[.. p.Select(r => Question(r, Flat))]))])),
    ];

    private static SquadQuestion Question(Row row, RowMap map)
    {
        string[] answers = [.. map.Items(row, "answers").Select(CellText.Of)];
        int[] starts = [.. map.Items(row, "starts").Select(s => s.TryGetInt32(out var start) ? start : -1)];
        var isImpossible = answers.Length == 0 || map.Text(row, "impossible") == "true";
        return answers.Length == starts.Length
            ? new SquadQuestion(row.Where, map.Text(row, "id") ?? throw Missing(row.Where, "id"), map.Text(row, "question") ?? throw Missing(row.Where, "question"), isImpossible, answers, starts) { PlausibleAnswers = map.Items(row, "plausible").Count }
            : throw new InputException(new InputProblem(row.Where, $"{answers.Length} answers and {starts.Length} answer_start", "Give each answer its answer_start."));
    }

    private static InputException Missing(string where, string name) => new(new InputProblem(where, $"'{name}' is missing", "Check that the file is SQuAD's."));
}
