using EvalHarness.Nightly.Detectors;

namespace EvalHarness.Nightly.History;

/// <summary>What a night is judged against: all nights before it, and what is known of each sample.</summary>
public sealed record NightPast
{
    public static NightPast Empty { get; } = new();

    /// <summary>In their order.</summary>
    public IReadOnlyList<Night> Nights { get; init; } = [];

    /// <summary>The last night that somebody acknowledged; 0 when nobody did.</summary>
    public int Acknowledged { get; init; }

    /// <summary>By sample and repeat.</summary>
    public IReadOnlyDictionary<(string Sample, int Repeat), PairVariation> Variations { get; init; } = new Dictionary<(string, int), PairVariation>();

    /// <summary>The candidate's value when a sample was last asked.</summary>
    public IReadOnlyDictionary<(string Metric, string Sample), double> LastValues { get; init; } = new Dictionary<(string, string), double>();

    /// <summary>Of the frozen side (the candidate's where there is no champion), over all valid nights: sum of values, and draws.</summary>
    public IReadOnlyDictionary<(string Metric, string Sample), (double Sum, double Draws)> Totals { get; init; } = new Dictionary<(string, string), (double, double)>();

    /// <summary>The newest version.</summary>
    public FlakyList Flaky => Nights.Count == 0 ? FlakyList.None : Nights[^1].Flaky;
}
