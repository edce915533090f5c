namespace EvalHarness.Pipelines;

/// <summary>Why a pipeline gave no answer.</summary>
/// <param name="Kind"><c>timeout</c>, <c>empty</c>, <c>endpoint</c>, <c>recorded</c> or <c>exception</c>.</param>
public sealed record TraceError(string Kind, string Message)
{
    /// <summary>An endpoint failed, after as many tries as it is given.</summary>
    public const string Endpoint = "endpoint";

    /// <summary>There is no answer in a recording: nothing was called, and nothing took time.</summary>
    public const string Recorded = "recorded";

    /// <summary>The sample's time was over: what its calls came to, nobody waited for.</summary>
    public const string Timeout = "timeout";

    public override string ToString() => $"{Kind}: {Message}";
}
