using EvalHarness.Comparisons;

namespace EvalHarness.Reports.Wording;

/// <summary>How far a figure may be believed, in words.</summary>
public static class BadgeWords
{
    public static string Of(Badge badge) => badge switch
    {
        Badge.Measured => "measured",
        Badge.Scenario => "scenario",
        Badge.NotMeaningful => "not meaningful here",
        _ => throw new ArgumentOutOfRangeException(nameof(badge), badge, "a badge without words"),
    };

    /// <summary>The badge of a metric; a family that the experiment says nothing of is unclassified, never measured.</summary>
    public static string For(string metricName, RunReport report)
    {
        var family = MetricCatalogue.For(metricName).Family;
        return report.Badges.FirstOrDefault(b => b.Family == family) is { } badge ? Of(badge.Badge) : "unclassified";
    }
}
