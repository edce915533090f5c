namespace EvalHarness.Promotions;

/// <summary>A run that a verdict rests on, as its files stand now.</summary>
/// <param name="Run">Its id.</param>
/// <param name="DatasetHash">SHA-256 of the samples file.</param>
/// <param name="CandidateIdentity">Of the candidate's pipeline, built from what it names now.</param>
/// <param name="CandidateNames">What says which model the candidate is: its checkpoint as name@version, the model's name, the version that a service declares.</param>
/// <param name="Definitions">Metric → definition id, as this harness would score it.</param>
/// <param name="Missing">Why the run cannot be looked at again; the rest is empty then.</param>
public sealed record StandingRun(
    string Run,
    string DatasetHash,
    string CandidateIdentity,
    IReadOnlyList<string> CandidateNames,
    IReadOnlyDictionary<string, string> Definitions,
    string? Missing = null)
{
    /// <summary>One that cannot be looked at.</summary>
    public static StandingRun Gone(string run, string missing) => new(run, "", "", [], new Dictionary<string, string>(), missing);
}
