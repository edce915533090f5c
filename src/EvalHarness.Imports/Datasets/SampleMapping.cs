using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Imports.Recorded;
using EvalHarness.Imports.Rows;
using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Imports.Datasets;

/// <summary>Reads samples out of rows.</summary>
internal sealed class SampleMapping
{
    private static readonly string[] Keys = ["id", "question", "answers", "superseded_answers", "unanswerable", "split", "cluster"];

    /// <summary>Columns of our own names need no mapping.</summary>
    public static RowMap Same { get; } = RowMap.Of([.. Keys.Where(k => k != "answers").Select(k => (k, new[] { k })), ("answers", ["answers", "answer"])]);

    private readonly RowMap map;
    private readonly ImportRequest request;
    private readonly LeftOut leftOut;

    /// <exception cref="InputException">The user maps something that a sample does not have.</exception>
    public SampleMapping(RowMap map, ImportRequest request, LeftOut leftOut)
    {
        // What a thing is called in the singular.
        var said = request.Map.ToDictionary(m => m.Key == "answer" ? "answers" : m.Key, m => m.Value, StringComparer.Ordinal);
        if (said.Keys.FirstOrDefault(k => !Keys.Contains(k, StringComparer.Ordinal) && !IsNamed(k)) is { } unknown)
            throw new InputException(new InputProblem("--map", $"a sample has no '{unknown}'", $"{NearestName.Question(unknown, Keys)}Known: {string.Join(", ", Keys)}, tags.<name>, context.<name>."));
        (this.map, this.request, this.leftOut) = (map.With(said, "--map"), request, leftOut);
    }

    /// <summary>Nothing, and a note, when the row has no question.</summary>
    public Sample? Read(Row row)
    {
        if (Asked(row) is not [.., { Role: "user" } last] messages)
        {
            leftOut.Add($"rows without a question, or that do not end with one (looked for {map.Places("question")})", row.Where);
            return null;
        }

        var question = last.Content;

        string[] answers = [.. map.Items(row, "answers").Select(CellText.Of).Where(a => !string.IsNullOrWhiteSpace(a)).Distinct(StringComparer.Ordinal)];
        var unanswerable = answers.Length == 0 && IsYes(row, "unanswerable");
        if (answers.Length == 0 && !unanswerable)
            leftOut.Add("gold answers: these rows have none (kept as unlabelled samples)", row.Where);
        return new Sample
        {
            Id = map.Text(row, "id") is { } id ? SafeId.Of(id) : SafeId.OfText(QuestionText.Of(question)),
            Split = request.Split ?? map.Text(row, "split") ?? "test",
            Question = question,
            Messages = messages.Count > 1 ? messages : [],
            Answers = answers,
            SupersededAnswers = [.. map.Items(row, "superseded_answers").Select(CellText.Of).Where(a => !string.IsNullOrWhiteSpace(a))],
            Unanswerable = unanswerable,
            Unlabelled = answers.Length == 0 && !unanswerable,
            Cluster = map.Text(row, "cluster"),
            Tags = Named(row, "tags."),
            Context = Named(row, "context."),
        };
    }

    /// <summary>Notes the columns that nothing reads.</summary>
    public void NoteUnmapped(Row row)
    {
        foreach (var column in row.Values.EnumerateObject())
            if (!map.Reads(column.Name) && column.Value.ValueKind != JsonValueKind.Null)
                leftOut.Add($"column '{column.Name}'", row.Where);
    }

    private IReadOnlyList<Message>? Asked(Row row) => map.Items(row, "question") switch
    {
        [{ ValueKind: JsonValueKind.Object }, ..] turns => ChatTurns.Read(row, JsonSerializer.SerializeToElement(turns), leftOut),
        _ => map.Text(row, "question") is { } text ? [new Message("user", text)] : null,
    };

    private Dictionary<string, string> Named(Row row, string prefix) => map.Keys
        .Where(k => k.StartsWith(prefix, StringComparison.Ordinal))
        .Select(k => (Name: k[prefix.Length..], Text: map.Text(row, k)))
        .Where(p => p.Text is not null)
        .ToDictionary(p => p.Name, p => p.Text!, StringComparer.Ordinal);

    private bool IsYes(Row row, string key) => map.Text(row, key)?.ToLowerInvariant() switch
    {
        null or "false" or "0" or "no" => false,
        "true" or "1" or "yes" => true,
        var other => throw map.Wrong(row, key, other, "Write true or false."),
    };

    private static bool IsNamed(string key) => (key.StartsWith("tags.", StringComparison.Ordinal) && key.Length > 5) || (key.StartsWith("context.", StringComparison.Ordinal) && key.Length > 8);
}
