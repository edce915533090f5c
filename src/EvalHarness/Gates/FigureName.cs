using System.Globalization;

namespace EvalHarness.Gates;

/// <summary>A metric's mean or one of its quantiles, as a policy names it: <c>latency-service-ms:p95</c>.</summary>
/// <param name="Quantile">In (0, 1); absent for the mean.</param>
public sealed record FigureName(string Metric, double? Quantile)
{
    public static FigureName Of(string name) =>
        name.LastIndexOf(":p", StringComparison.Ordinal) is > 0 and var at
        && double.TryParse(name.AsSpan(at + 2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and < 100
            ? new(name[..at], percent / 100)
            : new(name, null);
}
