using EvalHarness.Pipelines;

namespace EvalHarness.Runs;

/// <summary>Where traces go: the only truth about what has been done.</summary>
public interface IResultStore
{
    /// <summary>Those of the work items that have a trace already.</summary>
    Task<IReadOnlySet<string>> DoneAsync(IReadOnlyCollection<string> workItems, CancellationToken cancellationToken);

    /// <summary>Returns when the trace is durable. A second trace of the same attempt is ignored: the first one stands.</summary>
    Task WriteAsync(Trace trace, CancellationToken cancellationToken);
}
