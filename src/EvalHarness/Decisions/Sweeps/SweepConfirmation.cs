using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Runs;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Sweeps;

/// <summary>The chosen point held against the pipeline as it is, on rows that had no part in the choice.</summary>
/// <param name="Evidence">Over what was looked at: the same evidence again is no new look.</param>
/// <param name="Run">The run that it was made in.</param>
/// <param name="Metric">The objective.</param>
/// <param name="Chosen">The chosen point's value; absent where no row has one.</param>
/// <param name="Unvaried">The pipeline's as it is.</param>
/// <param name="Difference">Chosen − unvaried, paired; absent with too few clusters.</param>
/// <param name="P">Two-sided, of this one comparison.</param>
/// <param name="Look">How many confirmations these rows have seen, this one included.</param>
public sealed record SweepConfirmation(
    string Point,
    string Pipeline,
    string Evidence,
    string Run,
    string DatasetHash,
    string Split,
    string Metric,
    Estimate? Chosen,
    Estimate? Unvaried,
    Estimate? Difference,
    double? P,
    int Clusters,
    int Look,
    DateTimeOffset At)
{
    /// <summary>Both sides' systems, the rows, and what they are measured by.</summary>
    public static string EvidenceOf(PipelineSpec chosen, PipelineSpec unvaried, DatasetRecord rows, SweepAim aim) =>
        ContentHash.Of(chosen.Identity, unvaried.Identity, rows.Hash, rows.Split, $"{rows.Limit}", aim.Objective.DefinitionId);
}
