namespace EvalHarness.Pipelines.Endpoints;

/// <summary>An exception that says what an endpoint did wrong: the trace's error is then of kind <c>endpoint</c>, and no type's name stands in it.</summary>
public interface IEndpointFailure
{
    /// <summary>For a reader: which endpoint, what it said. No secret.</summary>
    string Message { get; }

    /// <summary>What to mend before it can be called; absent when the failure may pass by itself, or only the message tells.</summary>
    string? Mend => null;

    /// <summary>It failed on every try in a way that may pass by itself: the endpoint was down, too slow, or had too much to do.</summary>
    bool IsOutage => false;
}
