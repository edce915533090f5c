using EvalHarness.Embedded.Text;

namespace EvalHarness.Embedded.Learning;

/// <summary>Whether a human must act depends on the answer as well: "only support can".</summary>
internal static class EscalateFeatures
{
    /// <param name="answer">Absent when the reply abstains.</param>
    public static IReadOnlyCollection<string> Of(IReadOnlyCollection<string> question, string? answer) =>
        [.. question, .. answer is null ? ["a:none"] : EnglishTerms.Of(answer).Distinct(StringComparer.Ordinal).Select(t => "a:" + t)];
}
