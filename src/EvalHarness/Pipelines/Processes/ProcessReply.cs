using System.Text.Json;
using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Processes;

/// <summary>The line that a program answers with: docs/schemas/process-protocol.schema.json.</summary>
internal sealed record ProcessReply
{
    public required string Id { get; init; }

    /// <summary>Absent exactly when <see cref="Error"/> is present.</summary>
    public string? Answer { get; init; }

    public string? Error { get; init; }

    public IReadOnlyList<ProcessPassage>? Passages { get; init; }

    public IReadOnlyList<string>? Citations { get; init; }

    public TokenUsage? Usage { get; init; }

    public string? Model { get; init; }

    public string? FinishReason { get; init; }

    public IReadOnlyDictionary<string, double> StagesMs { get; init; } = new Dictionary<string, double>();

    /// <param name="line">A line that is JSON.</param>
    /// <exception cref="ProcessFailedException">The line is not as the protocol has it.</exception>
    public static ProcessReply Read(JsonElement line, Excerpt excerpt)
    {
        if (InputSchemas.Named("process-protocol").Validate(line) is [var error, ..])
            throw new ProcessFailedException($"the program's reply{(error.InstancePath.Length > 0 ? $" at {error.InstancePath}" : "")}: {excerpt.Start(error.Message)} The reply starts: {excerpt.Start(line.GetRawText())}");
        var reply = line.Deserialize<ProcessReply>(InputJson.Options)!;
        if (reply.Usage is { } usage && (usage.CacheRead + usage.CacheWrite > usage.Input || usage.Reasoning > usage.Output))
            throw new ProcessFailedException($"the program's reply at /usage: cached tokens exceed the input, or reasoning exceeds the output: {excerpt.Start(line.GetProperty("usage").GetRawText())}");
        return reply;
    }

    /// <param name="priceAs">In place of the model that the program names.</param>
    public Answer ToAnswer(string? priceAs) => new()
    {
        Text = Answer!,
        Passages = Passages is { } passages ? [.. passages.Select((passage, index) => passage.ToPassage(index + 1))] : null,
        Citations = Citations,
        Usage = Usage,
        Model = priceAs ?? Model,
        FinishReason = FinishReason,
    };
}
