using EvalHarness.Datasets;

namespace EvalHarness.Experiments.Freshness;

/// <summary>A change that the user's programs make and take back.</summary>
public sealed class ProgramChange(ProbePrograms programs, ProbeCommand apply, ProbeCommand restore) : IFactChange
{
    public async Task<string?> ApplyAsync(Sample fact, CancellationToken cancellationToken) => await programs.RunAsync(apply, fact, "apply", cancellationToken);

    public async Task<string?> RestoreAsync(Sample fact, CancellationToken cancellationToken) => await programs.RunAsync(restore, fact, "restore", cancellationToken);
}
