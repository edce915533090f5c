using System.Globalization;

namespace EvalHarness.Decisions.Studies;

/// <summary>What a study looks at: a metric's mean, or a quantile of its times.</summary>
/// <param name="Metric">Its id; one that ends in @ stands for the cut that the run has.</param>
/// <param name="Quantile">In percent: 95; absent for a mean.</param>
public sealed record StudyMeasure(string Metric, int? Quantile = null)
{
    public string NameOf(string metric) => Quantile is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{metric}:p{percent}") : metric;
}
