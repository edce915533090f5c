namespace EvalHarness.Embedded.Reading;

/// <summary>Which document a sentence of the answer rests on.</summary>
internal sealed record ReplyCitation(string Sentence, string Document);
