using EvalHarness.Datasets;

namespace EvalHarness.Pipelines;

/// <summary>All that a pipeline is told: never the sample, so the gold answer cannot leak.</summary>
/// <param name="Question">The question; of a conversation its last turn.</param>
/// <param name="Messages">The whole conversation, the question last; one message for a single question.</param>
/// <param name="Context">Facts about the asker; may be empty.</param>
/// <param name="ResponseSchema">The JSON Schema that the reply must meet, as text; absent when any text will do.</param>
public sealed record PipelineRequest(
    string Question,
    IReadOnlyList<Message> Messages,
    IReadOnlyDictionary<string, string> Context,
    string? ResponseSchema)
{
    public static PipelineRequest For(Sample sample, string? responseSchema)
    {
        var messages = sample.Messages is { Count: > 0 } ? sample.Messages : [new Message("user", sample.Question)];
        return new PipelineRequest(messages[^1].Content, messages, sample.Context, responseSchema);
    }
}
