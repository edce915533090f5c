using EvalHarness.Pipelines.Retrieval;

namespace EvalHarness.Pipelines.Chat;

/// <summary>A chat pipeline as the experiment file has it: a prompt, a model, and passages when <see cref="Retrieval"/> is there.</summary>
public sealed record ChatSettings
{
    public string Kind { get; init; } = ChatPipelineFactory.ChatKind;

    public required ModelOptions Model { get; init; }

    /// <summary>The system prompt's file, relative to the experiment file.</summary>
    public string? Prompt { get; init; }

    /// <summary>Few-shot examples: a JSONL file in chat format, shown before the conversation.</summary>
    public string? Examples { get; init; }

    /// <summary><c>all</c>: the whole corpus stands in the prompt, before anything that differs between questions.</summary>
    public string? Context { get; init; }

    /// <summary>The corpus folder of <see cref="Context"/>.</summary>
    public string? Corpus { get; init; }

    public RetrievalOptions? Retrieval { get; init; }

    /// <summary>How each question is reworded before it is asked, to see whether answers depend on wording: <c>lowercase</c>, <c>polite</c>, <c>typos</c>. As it stands when absent.</summary>
    public string? Rewording { get; init; }
}
