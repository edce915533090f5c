namespace EvalHarness.Nightly.Detectors;

/// <summary>Where the watch of a figure without a champion stands.</summary>
/// <param name="Statistic">Of the e-detector.</param>
/// <param name="AlarmNight">The place, from 0, of the night of the alarm; absent while there is none.</param>
/// <param name="OnsetNight">The place, from 0, since which the figure likely fell; absent without an alarm.</param>
public sealed record ConformalReading(double Statistic, int? AlarmNight, int? OnsetNight);
