namespace EvalHarness.Embedded.Reading;

/// <summary>A passage as the prompt shows it.</summary>
internal sealed record PromptPassage(string Document, string Title, string Text);
