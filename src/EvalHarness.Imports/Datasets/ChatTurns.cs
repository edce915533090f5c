using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Imports.Rows;

namespace EvalHarness.Imports.Datasets;

/// <summary>Conversations as other tools write them: <c>{role, content}</c> of OpenAI, <c>{type, content}</c> of LangChain and Ragas.</summary>
internal static class ChatTurns
{
    private const string SystemMessages = "system messages (put the instructions into the pipeline's prompt file)";

    /// <summary>What user and assistant said; nothing when tools take part in it.</summary>
    public static IReadOnlyList<Message>? Read(Row row, JsonElement turns, LeftOut leftOut)
    {
        List<Message> messages = [];
        foreach (var turn in turns.EnumerateArray())
        {
            var role = Text(turn, "role") ?? Text(turn, "type") ?? "";
            if (role is "system" or "developer")
                leftOut.Add(SystemMessages, row.Where);
            else if (role is "user" or "human" or "assistant" or "ai" && Content(row, turn, leftOut) is { Length: > 0 } content)
                messages.Add(new Message(role is "user" or "human" ? "user" : "assistant", content));
            else
                return null;
        }

        return messages;
    }

    private static string? Text(JsonElement turn, string name) =>
        turn.ValueKind == JsonValueKind.Object && turn.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Content(Row row, JsonElement turn, LeftOut leftOut)
    {
        if (!turn.TryGetProperty("content", out var content) || content.ValueKind != JsonValueKind.Array)
            return Text(turn, "content");
        var parts = content.EnumerateArray().ToList();
        var texts = parts.Select(p => Text(p, "text")).OfType<string>().ToList();
        if (texts.Count < parts.Count)
            leftOut.Add("parts of messages that are not text", row.Where);
        return string.Join('\n', texts);
    }
}
