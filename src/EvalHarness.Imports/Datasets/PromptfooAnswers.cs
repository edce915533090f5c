using System.Text.Json;
using EvalHarness.Imports.Rows;

namespace EvalHarness.Imports.Datasets;

/// <summary>The gold answers in a test's assertions.</summary>
/// <remarks>
/// Assertions must all hold, gold answers are alternatives: the values of one assertion are carried over, never those of several. An assertion of the whole answer goes before those of its parts.
/// What is not carried over is listed.
/// </remarks>
internal static class PromptfooAnswers
{
    public static IReadOnlyList<string> Of(IReadOnlyList<JsonElement> asserts, string where, LeftOut leftOut)
    {
        var gold = asserts
            .Select(a => (Type: PromptfooAssertion.TypeOf(a), Answers: PromptfooAssertion.Answers(a, where, leftOut).Distinct(StringComparer.Ordinal).ToList()))
            .Where(a => a.Answers.Count > 0)
            .DistinctBy(a => string.Join('\n', a.Answers), StringComparer.Ordinal)
            .ToList();
        var whole = gold.Where(a => PromptfooAssertion.IsWhole(a.Type)).ToList();
        var said = (whole.Count > 0 ? whole : gold) is [var one] ? one : default;
        foreach (var (type, _) in gold.Where(a => a != said))
            leftOut.Add(said == default
                ? $"assertions '{type}' that must hold together with others (a gold answer is any one of its phrasings: keep one assertion, or write 'answers' by hand)"
                : $"assertions '{type}' beside one that says the whole answer", where);
        return said.Answers ?? [];
    }
}
