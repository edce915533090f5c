namespace EvalHarness.Evaluators.Groundedness;

/// <summary>One thing that an answer says.</summary>
/// <param name="Text">The claim as the answer words it, without markers.</param>
/// <param name="Sentence">The sentence it stands in: what a pronoun in the claim may lean on.</param>
public sealed record Claim(string Text, string Sentence)
{
    private const int ShortSentence = 60;

    /// <summary>What the answer says right before it: whom a pronoun at its beginning speaks of; empty for its first claim.</summary>
    public string Before { get; init; } = "";

    /// <summary>The header and row of the table that its text is put together from, a line each; absent when the answer has it as it stands.</summary>
    public string? Lines { get; init; }

    /// <summary>What evidence is searched with: a short claim is nothing without its question.</summary>
    public string Query(string question) => Sentence.Length < ShortSentence ? $"{question} {Sentence}" : Sentence;
}
