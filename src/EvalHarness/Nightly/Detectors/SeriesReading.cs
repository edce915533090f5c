namespace EvalHarness.Nightly.Detectors;

/// <summary>Where a watched figure stands.</summary>
/// <param name="Statistic">In standard deviations of the burn-in; 0 while it is learned.</param>
/// <param name="Threshold">Absent while the burn-in is learned.</param>
/// <param name="Learned">Nights of the burn-in so far.</param>
/// <param name="Onset">The place, from 0, since which it strayed; absent within the threshold.</param>
public sealed record SeriesReading(double Statistic, double? Threshold, int Learned, int? Onset)
{
    /// <summary>Whether the figure has ever strayed too far since the burn-in: a warning stands until it is acknowledged.</summary>
    public bool IsBeyond => Onset is not null;

    public bool IsLearning => Threshold is null;
}
