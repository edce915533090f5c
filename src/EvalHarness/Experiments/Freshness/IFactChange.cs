using EvalHarness.Datasets;

namespace EvalHarness.Experiments.Freshness;

/// <summary>Changes the facts of samples, and changes them back.</summary>
public interface IFactChange
{
    /// <returns>Why it could not be made; absent when it was.</returns>
    Task<string?> ApplyAsync(Sample fact, CancellationToken cancellationToken);

    /// <summary>Puts things back as they were, also after half a change.</summary>
    /// <returns>Why they could not be; absent when they are.</returns>
    Task<string?> RestoreAsync(Sample fact, CancellationToken cancellationToken);
}
