using System.Text.Json;

namespace EvalHarness.Tests.Evaluators.Groundedness.Pairs;

/// <summary>Two answers to the same passages: one that they support, and the same with one thing changed, which they contradict.</summary>
/// <param name="Kind">What is changed: number, date, unit, name, negation, comparison, quantifier, roles, field, attachment.</param>
/// <param name="Wording">How the supported one is worded: verbatim, paraphrase, figures in words, another form of a date, and so on.</param>
internal sealed record MinimalPair(string Domain, IReadOnlyList<string> Passages, string Kind, string Wording, string Question, string Supported, string Contradicted)
{
    /// <summary>The pairs of a file beside this one: <c>tuning</c>, on which the checks were written, or <c>held-out</c>, written before them: nothing was changed for it.</summary>
    public static List<MinimalPair> Read(string file)
    {
        var path = Path.Combine(Repository.Root, "tests", "EvalHarness.Tests", "Evaluators", "Groundedness", "Pairs", file + ".json");
        return [.. JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path)).EnumerateArray().SelectMany(Pairs)];
    }

    private static IEnumerable<MinimalPair> Pairs(JsonElement group)
    {
        var (domain, passages) = (group.GetProperty("domain").GetString()!, group.GetProperty("passages").EnumerateArray().Select(p => p.GetString()!).ToList());
        return group.GetProperty("pairs").EnumerateArray().Select(pair => new MinimalPair(domain, passages, Text(pair, "kind"), Text(pair, "wording"), Text(pair, "question"), Text(pair, "supported"), Text(pair, "contradicted")));
    }

    private static string Text(JsonElement pair, string name) => pair.TryGetProperty(name, out var value) ? value.GetString()! : "";
}
