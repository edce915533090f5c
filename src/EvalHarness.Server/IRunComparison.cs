using EvalHarness.Runs;

namespace EvalHarness.Server;

/// <summary>Compares recorded runs. It knows their experiments, which the server does not.</summary>
public interface IRunComparison
{
    /// <summary>Both runs are only read.</summary>
    /// <returns>The newer run's report, whose comparisons are with the older one, and the older one's.</returns>
    /// <exception cref="Inputs.InputException">They rest on unlike data or definitions, or one cannot be read.</exception>
    Task<(RunReport Report, RunReport Older)> CompareAsync(RunFolder newer, RunFolder older, CancellationToken cancellationToken);
}
