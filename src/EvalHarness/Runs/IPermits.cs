namespace EvalHarness.Runs;

/// <summary>Leave to call: a permit is held while a pipeline answers.</summary>
/// <remarks>The seam for rate limits, budgets, and sharing an endpoint between machines.</remarks>
public interface IPermits
{
    /// <param name="resource">What is called: the pipeline's name where nothing says that two share an endpoint.</param>
    ValueTask<IDisposable> AcquireAsync(string resource, CancellationToken cancellationToken);
}
