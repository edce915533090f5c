using EvalHarness.Datasets;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>A sentence of prose or a record's field.</summary>
/// <param name="First">Its first word.</param>
/// <param name="End">One more than its last word.</param>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Object">The number of the record's object that it is a field of; 0 for prose.</param>
/// <param name="Value">The first word of a field's value; of prose the first word.</param>
internal readonly record struct EvidenceSentence(int First, int End, TextSpan Span, int Object, int Value)
{
    /// <summary>A record's field: yes or no by its value, not by negations.</summary>
    public bool IsField => Object > 0;
}
