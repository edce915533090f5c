using System.Runtime.CompilerServices;
using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Imports.Recorded;
using EvalHarness.Imports.Rows;

namespace EvalHarness.Imports.Datasets;

/// <summary>A dataset of conversations, in JSON lines.</summary>
/// <param name="turns">The column of the conversation; plain text there is a single question.</param>
/// <param name="gold">The column of the right answers; without one the last turn of the assistant is it.</param>
public sealed class ChatDataset(string name, string description, string turns, string? gold) : IDatasetFormat
{
    public string Name => name;

    public string Description => description;

    public async IAsyncEnumerable<Sample> SamplesAsync(ImportRequest request, LeftOut leftOut, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var map = RowMap.Of(("id", ["id"]), ("turns", [turns]), ("gold", gold is null ? [] : [gold])).With(request.Map, "--map");
        var filter = new RowFilter(request.Where, "--where");
        await foreach (var row in RowFile.ReadAsync(request.Source, cancellationToken))
            if (filter.Includes(row) && Read(row, map, request.Split ?? "test", leftOut) is { } sample)
                yield return sample;
    }

    private Sample? Read(Row row, RowMap map, string split, LeftOut leftOut)
    {
        var answers = map.Items(row, "gold").Select(CellText.Of).Where(a => !string.IsNullOrWhiteSpace(a)).Distinct(StringComparer.Ordinal).ToList();
        if (Turns(row, leftOut) is not { } messages)
        {
            leftOut.Add("rows with tool calls, or without content", row.Where);
            return null;
        }

        if (gold is null && messages is [.., { Role: "assistant" } last])
            (messages, answers) = ([.. messages.SkipLast(1)], [last.Content]);
        if (messages is not [.., { Role: "user" }])
        {
            leftOut.Add("rows that do not end with a question", row.Where);
            return null;
        }

        if (answers.Count == 0)
            leftOut.Add("gold answers: these rows have none (kept as unlabelled samples)", row.Where);
        return Sample(map.Text(row, "id"), messages, answers) with { Split = split };
    }

    private IReadOnlyList<Message>? Turns(Row row, LeftOut leftOut) => !row.Values.TryGetProperty(turns, out var found) ? null : found.ValueKind switch
    {
        JsonValueKind.String when !string.IsNullOrWhiteSpace(found.GetString()) => [new Message("user", found.GetString()!)],
        JsonValueKind.Array => ChatTurns.Read(row, found, leftOut),
        _ => null,
    };

    private static Sample Sample(string? id, IReadOnlyList<Message> messages, IReadOnlyList<string> answers) => new()
    {
        Id = id is null ? SafeId.OfText(QuestionText.Of(string.Join('\n', messages.Select(m => $"{m.Role}: {m.Content}")))) : SafeId.Of(id),
        Question = messages[^1].Content,
        Messages = messages.Count > 1 ? messages : [],
        Answers = answers,
        Unlabelled = answers.Count == 0,
    };
}
