using System.Text.RegularExpressions;
using EvalHarness.Inputs;
using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Custom;

/// <summary>What a metric of the user's may be called: its id in the experiment file, and <c>id-something</c> for what else it measures.</summary>
internal static partial class OwnMetrics
{
    /// <exception cref="InputException">There is no metric, or an id or unit is wrong.</exception>
    public static void ThrowIfWrong(string id, IReadOnlyList<Metric> metrics)
    {
        if (Fault(id, metrics) is { } fault)
            throw new InputException(new InputProblem($"metrics.{id}", fault, $"Its first metric is '{id}', others are '{id}-something', in lower case with hyphens."));
    }

    private static string? Fault(string id, IReadOnlyList<Metric?> metrics)
    {
        if (metrics is [])
            return "it measures nothing";
        if (metrics[0]?.Id != id)
            return $"its first metric is called '{metrics[0]?.Id}'";
        var wrong = metrics.Skip(1).FirstOrDefault(m => m is null || !m.Id.StartsWith($"{id}-", StringComparison.Ordinal) || !Kebab().IsMatch(m.Id));
        if (wrong is not null)
            return $"it measures '{wrong.Id}'";
        return metrics.Any(m => m is null || !Enum.IsDefined(m.Unit) || !Enum.IsDefined(m.Direction)) ? "a metric has no unit or no direction" : null;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kebab();
}
