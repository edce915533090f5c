using System.Text.Json;
using EvalHarness.Datasets;

namespace EvalHarness.Evaluators.Checks;

/// <summary>What a check sees of a row.</summary>
/// <param name="Text">What is checked: the field that the metric names, else what is said to the asker.</param>
/// <param name="Whole">The field that the metric names, else the reply as it came.</param>
/// <param name="Json">The reply's JSON, once a fence or prose wrapper is off; absent when there is none.</param>
internal sealed record CheckedReply(string Text, string Whole, JsonElement? Json, Sample Sample)
{
    /// <summary>A text alone.</summary>
    public static CheckedReply Of(string text, Sample sample) => new(text.Trim(), text, LenientJson.ReadStrict(text) ?? LenientJson.Find(text), sample);
}
