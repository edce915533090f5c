using System.Runtime.CompilerServices;
using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Inputs;

namespace EvalHarness.TrainingData;

/// <summary>Streams a training file: JSONL of the chat format (<c>messages</c>) or of <c>prompt</c> and <c>completion</c>. Memory holds one line.</summary>
/// <remarks>Keys that these formats have beside (<c>tools</c>, <c>weight</c>, <c>name</c>, …) are left alone. Of content in parts the text is read; a call of a tool is a target too.</remarks>
public static class TrainingReader
{
    private const string Form = "Write {\"messages\": [{\"role\": \"user\", \"content\": …}, {\"role\": \"assistant\", \"content\": …}]}, or {\"prompt\": …, \"completion\": …}.";

    /// <summary>Examples stop coming at the first problem; the file is read to its end, and the exception names all problems.</summary>
    /// <exception cref="InputException">The file is missing, holds no example, or rows in it are wrong.</exception>
    public static async IAsyncEnumerable<TrainingExample> ReadAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ProblemList problems = new();
        var found = false;
        await foreach (var line in JsonLines.ReadAsync(file, cancellationToken))
        {
            found = true;
            if (Example(line, problems) is { } example && !problems.Any)
                yield return example;
        }

        if (!found)
            problems.Add(file, "the file holds no example", "Write one training example a line.");
        problems.ThrowIfAny();
    }

    private static TrainingExample? Example(JsonLine line, ProblemList problems)
    {
        if (line.Problem is { } problem)
        {
            problems.Add(problem);
            return null;
        }

        if (line.Root.ValueKind == JsonValueKind.Object && line.Root.TryGetProperty("messages", out var messages))
            return Chat(line, messages, problems);
        if (line.Root.ValueKind == JsonValueKind.Object && line.Root.TryGetProperty("prompt", out var prompt) && line.Root.TryGetProperty("completion", out var completion))
            return Pair(line, prompt, completion, problems);
        problems.Add(line.Source().Where(""), "neither 'messages' nor 'prompt' and 'completion' are there", Form);
        return null;
    }

    private static TrainingExample? Pair(JsonLine line, JsonElement prompt, JsonElement completion, ProblemList problems)
    {
        if (prompt.ValueKind == JsonValueKind.Array && completion.ValueKind == JsonValueKind.Array)
            return Turns(line, "/prompt", prompt, problems) is { } asked && Turns(line, "/completion", completion, problems) is { } said ? Ending(line, "/completion", [.. asked, .. said], problems) : null;
        if (prompt.ValueKind == JsonValueKind.String && completion.ValueKind == JsonValueKind.String)
            return new TrainingExample(line.File, line.Number, [new Message("user", prompt.GetString()!), new Message("assistant", completion.GetString()!)]);
        problems.Add(line.Source().Where(prompt.ValueKind == JsonValueKind.String ? "/completion" : "/prompt"), "this is no text", Form);
        return null;
    }

    private static TrainingExample? Chat(JsonLine line, JsonElement messages, ProblemList problems) =>
        Turns(line, "/messages", messages, problems) is { } turns ? Ending(line, "/messages", turns, problems) : null;

    private static TrainingExample? Ending(JsonLine line, string pointer, IReadOnlyList<Message> turns, ProblemList problems)
    {
        if (turns is [.., { Role: "assistant" }])
            return new TrainingExample(line.File, line.Number, turns);
        problems.Add(line.Source().Where(pointer), "the last message is not the assistant's", "End each example with what the model is to say.");
        return null;
    }

    private static IReadOnlyList<Message>? Turns(JsonLine line, string pointer, JsonElement messages, ProblemList problems)
    {
        if (messages.ValueKind != JsonValueKind.Array)
        {
            problems.Add(line.Source().Where(pointer), "this is no list", Form);
            return null;
        }

        List<Message> turns = [];
        foreach (var (index, message) in messages.EnumerateArray().Index())
        {
            if (Turn(message) is { } turn)
                turns.Add(turn);
            else
                problems.Add(line.Source().Where($"{pointer}/{index}"), "a message without 'role', or without text", Form);
        }

        return turns.Count == messages.GetArrayLength() ? turns : null;
    }

    private static Message? Turn(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object || !message.TryGetProperty("role", out var role) || role.ValueKind != JsonValueKind.String)
            return null;
        var content = message.TryGetProperty("content", out var value) ? Text(value) : null;
        if (content is null && message.TryGetProperty("tool_calls", out var calls) && calls.ValueKind == JsonValueKind.Array)
            content = calls.GetRawText();
        return content is null ? null : new Message(role.GetString()!, content);
    }

    private static string? Text(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString(),
        JsonValueKind.Array => string.Join('\n', content.EnumerateArray().Select(Part).OfType<string>()),
        _ => null,
    };

    private static string? Part(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.String => part.GetString(),
        JsonValueKind.Object when part.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String => text.GetString(),
        _ => null,
    };
}
