using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators;

/// <summary>What every pipeline's reply must look like, and where in it the answer stands.</summary>
public sealed record AnswerContract
{
    /// <summary>The JSON Schema's file, relative to the experiment file; absent when any text will do.</summary>
    public string? Schema { get; init; }

    /// <summary>Whether <c>format</c> in the schema is checked; by itself it only annotates, as draft 2020-12 has it.</summary>
    public bool AssertFormat { get; init; }

    /// <summary>The property that holds the text for the asker; where it is absent, all texts of a JSON reply are.</summary>
    public string? Text { get; init; }

    /// <summary>The property that holds the citations: an array of {sentence, document}.</summary>
    public string? Citations { get; init; }

    /// <summary>The property that says by true or false whether the reply abstains; without such a value phrases decide.</summary>
    public string? Abstained { get; init; }

    /// <summary>A reply that contains one of these says that it does not know; case is ignored. Without any, the usual phrases of five languages count.</summary>
    public IReadOnlyList<string> Abstention { get; init; } = [];
}
