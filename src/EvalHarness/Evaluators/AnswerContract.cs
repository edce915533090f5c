using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators;

/// <summary>What every pipeline's reply must look like, and where in it the answer stands.</summary>
public sealed record AnswerContract
{
    /// <summary>The JSON Schema's file, relative to the experiment file; absent when any text will do.</summary>
    public string? Schema { get; init; }

    /// <summary>Whether <c>format</c> in the schema is checked; by itself it only annotates, as draft 2020-12 has it.</summary>
    public bool AssertFormat { get; init; }

    /// <summary>The property that holds the text for the asker.</summary>
    public string? Text { get; init; }

    /// <summary>The property that holds the citations: an array of {sentence, document}.</summary>
    public string? Citations { get; init; }

    /// <summary>A reply that contains one of these says that it does not know; case is ignored.</summary>
    public IReadOnlyList<string> Abstention { get; init; } = [];
}
