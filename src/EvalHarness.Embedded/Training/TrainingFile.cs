using System.Text.Json;
using EvalHarness.Embedded.Reading;
using EvalHarness.Inputs;
using Microsoft.Extensions.AI;

namespace EvalHarness.Embedded.Training;

/// <summary>Reads training examples in the chat format that fine-tuning services take.</summary>
internal static class TrainingFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>Throws InputException with every line that is wrong, or when there is no line at all.</summary>
    public static IReadOnlyList<TrainingExample> Read(string path)
    {
        if (!File.Exists(path))
            throw new InputException(new InputProblem(path, "there is no such file", "Name a training file in chat format, one {\"messages\":[…]} a line."));

        var problems = new List<InputProblem>();
        var examples = new List<TrainingExample>();
        foreach (var (number, line) in File.ReadLines(path).Index().Where(l => !string.IsNullOrWhiteSpace(l.Item)))
            try
            {
                examples.Add(Example(line));
            }
            catch (JsonException exception)
            {
                problems.Add(new InputProblem($"{Path.GetFileName(path)}:{number + 1}", exception.Message.TrimEnd('.'), "Expected messages whose last is the assistant's and holds the reply as JSON: answer, category, priority, escalate, citations."));
            }

        if (problems.Count == 0 && examples.Count == 0)
            problems.Add(new InputProblem(Path.GetFileName(path), "the file is empty", "Write one training example a line."));
        return problems.Count == 0 ? examples : throw new InputException(problems);
    }

    private static TrainingExample Example(string line)
    {
        var messages = JsonSerializer.Deserialize<ChatLine>(line, Json)!.Messages;
        if (messages.Count < 2 || messages[^1].Role != "assistant")
            throw new JsonException("the last message is not the assistant's");
        var prompt = ReaderPrompt.From([.. messages.SkipLast(1).Select(m => new ChatMessage(new ChatRole(m.Role), m.Content))]);
        return new TrainingExample(prompt, JsonSerializer.Deserialize<ReaderReply>(messages[^1].Content, Json)!);
    }

    private sealed record ChatLine(IReadOnlyList<ChatTurn> Messages);

    private sealed record ChatTurn(string Role, string Content);
}
