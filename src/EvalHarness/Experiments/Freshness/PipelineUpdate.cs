namespace EvalHarness.Experiments.Freshness;

/// <summary>What brings a pipeline up to date after a change; nothing where it looks for itself.</summary>
public sealed record PipelineUpdate
{
    /// <summary>Indexes or trains again; also after a change was taken back.</summary>
    public ProbeCommand? Update { get; init; }
}
