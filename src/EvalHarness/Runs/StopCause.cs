namespace EvalHarness.Runs;

/// <summary>What ends a replay before everything is answered.</summary>
public enum StopCause
{
    /// <summary>More would have been spent than may be.</summary>
    Budget,

    /// <summary>The run took as long as it may.</summary>
    Deadline,

    /// <summary>Somebody asked it to end. The command itself says so; it stands in no record.</summary>
    Interrupt,

    /// <summary>An endpoint failed in a way that trying again cannot mend: the run is invalid until the rest is answered.</summary>
    Endpoint,

    /// <summary>An endpoint stayed down: it may come back, and the same command goes on.</summary>
    Outage,
}
