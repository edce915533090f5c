using EvalHarness.Pipelines.Retrieval;

namespace EvalHarness.Pipelines.Chat;

/// <summary>A chat pipeline as the experiment file has it: a prompt, a model, and passages when <see cref="Retrieval"/> is there.</summary>
public sealed record ChatSettings
{
    public string Kind { get; init; } = ChatPipelineFactory.ChatKind;

    public required ModelOptions Model { get; init; }

    /// <summary>The system prompt's file, relative to the experiment file.</summary>
    public string? Prompt { get; init; }

    public RetrievalOptions? Retrieval { get; init; }
}
