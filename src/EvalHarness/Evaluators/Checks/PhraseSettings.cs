using System.Text.Json.Serialization;

namespace EvalHarness.Evaluators.Checks;

/// <summary>Phrases to look for, and how.</summary>
internal record PhraseSettings
{
    [JsonRequired]
    public IReadOnlyList<string> Phrases { get; init; } = [];

    public bool IgnoreCase { get; init; } = true;

    public bool WholeWord { get; init; } = true;

    /// <exception cref="Inputs.InputException">There are none, or one is blank.</exception>
    public static IReadOnlyList<PhrasePattern> Patterns(CheckSettings settings, PhraseSettings read) =>
        read.Phrases.Count > 0 && read.Phrases.All(p => p.Trim().Length > 0)
            ? [.. read.Phrases.Select(p => new PhrasePattern(p.Trim(), read.IgnoreCase, read.WholeWord))]
            : throw settings.Wrong("phrases", "a phrase is empty, or there is none", "List the phrases.");
}
