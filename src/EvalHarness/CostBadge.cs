using EvalHarness.Comparisons;
using EvalHarness.Pipelines;

namespace EvalHarness;

/// <summary>How far a run's costs may be believed: a model that the experiment prices as another makes them a scenario.</summary>
internal static class CostBadge
{
    private const string Family = "cost";

    /// <summary>What the experiment says of its families, and of costs that they are a scenario where it says nothing: whoever prices a deployment as the very model behind it may say so.</summary>
    public static IReadOnlyList<FamilyBadge> In(IEnumerable<PipelineSpec> pipelines, IReadOnlyList<FamilyBadge> said)
    {
        if (said.Any(b => b.Family == Family))
            return said;
        List<string> priced = [.. pipelines.Select(Priced).OfType<string>()];
        return priced.Count == 0 ? said : [.. said, new FamilyBadge(Family, Badge.Scenario, $"The experiment says what models are priced as: {string.Join("; ", priced)}.")];
    }

    private static string? Priced(PipelineSpec pipeline)
    {
        var names = pipeline.PriceNames();
        List<string> distinct = [.. new[] { names.Answer, names.Embedding, names.Rerank }.OfType<string>().Distinct(StringComparer.Ordinal)];
        return distinct.Count == 0 ? null : $"{pipeline.Name} as {string.Join(", ", distinct)}";
    }
}
