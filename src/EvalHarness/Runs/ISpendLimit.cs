using EvalHarness.Pipelines;

namespace EvalHarness.Runs;

/// <summary>Whether the next answer may still be paid for.</summary>
/// <remarks>Called from several threads at once.</remarks>
public interface ISpendLimit
{
    /// <summary>Sets aside what the work item may cost; refused when the limit could be exceeded by it. Asked again once others have settled; refused with nothing in flight, the run is stopped.</summary>
    bool TryReserve(WorkItem item);

    /// <summary>What was set aside is given back and what was spent is counted instead: once for each reservation, also where the answer failed.</summary>
    void Settle(WorkItem item, Trace trace);
}
