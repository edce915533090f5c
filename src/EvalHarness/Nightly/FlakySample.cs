using System.Text.Json.Serialization;

namespace EvalHarness.Nightly;

/// <summary>A sample whose frozen pipeline passes sometimes: in the estimate, out of the per-row alerts.</summary>
/// <param name="Draws">Answers drawn anew, at least 5.</param>
public sealed record FlakySample(string Sample, double Passes, double Draws, DateTimeOffset ExpiresAt)
{
    [JsonIgnore]
    public double PassRate => Passes / Draws;
}
