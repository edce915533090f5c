using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Chat;

/// <summary>Reads few-shot examples from a JSONL file in the chat format of fine-tuning: docs/schemas/training.schema.json.</summary>
internal static class ExampleFile
{
    /// <summary>The turns of all examples in the order of the file. System turns are left out: the pipeline's own prompt counts.</summary>
    /// <exception cref="InputException">The file is missing or empty, or lines are wrong: all problems, each with its place.</exception>
    public static async Task<IReadOnlyList<Message>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        ProblemList problems = new();
        List<Message> turns = [];
        await foreach (var line in JsonLines.ReadAsync(file, cancellationToken))
            turns.AddRange(Turns(line, problems));
        if (turns.Count == 0 && !problems.Any)
            problems.Add(file, "the file holds no example", "Write one {\"messages\": [...]} per line, or leave examples: out.");
        problems.ThrowIfAny();
        return turns;
    }

    private static IEnumerable<Message> Turns(JsonLine line, ProblemList problems)
    {
        if (line.Problem is { } problem)
            problems.Add(problem);
        else if (InputSchemas.Named("training").Validate(line.Root) is { Count: > 0 } errors)
            problems.AddErrors(errors, line.Source());
        else if (line.Root.Deserialize<Example>(InputJson.Options)!.Messages is var messages && messages[^1].Role != "assistant")
            problems.Add(line.Source().Where($"/messages/{messages.Count - 1}/role"), $"the last turn is of the role '{messages[^1].Role}'", "End the example with the assistant's reply.");
        else
            return messages.Where(m => m.Role != "system");
        return [];
    }

    private sealed record Example(IReadOnlyList<Message> Messages);
}
