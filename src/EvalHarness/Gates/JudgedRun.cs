namespace EvalHarness.Gates;

/// <summary>A run that a verdict rests on.</summary>
/// <param name="Run">Its id.</param>
/// <param name="DatasetHash">SHA-256 of the samples file.</param>
/// <param name="Candidate">The pipeline's name in that run.</param>
/// <param name="CandidateIdentity">Everything that can change its answers, in one hash.</param>
/// <param name="BaselineRun">Where the baseline's rows are from; often the same run.</param>
/// <param name="Definitions">Metric → definition id, of every metric that the policy names.</param>
/// <param name="Calibrations">Over the measured errors of its scorers; absent when there are none.</param>
public sealed record JudgedRun(
    string Run,
    string Experiment,
    string DatasetHash,
    string Split,
    string Candidate,
    string CandidateIdentity,
    string? CandidateCheckpoint,
    string BaselineRun,
    string Baseline,
    string BaselineIdentity,
    string? BaselineCheckpoint,
    DateTimeOffset FinishedAt,
    IReadOnlyDictionary<string, string> Definitions,
    string? Calibrations = null);
