namespace EvalHarness.Pipelines;

/// <summary>Why a pipeline gave no answer.</summary>
/// <param name="Kind"><c>timeout</c>, <c>empty</c> or <c>exception</c>.</param>
public sealed record TraceError(string Kind, string Message)
{
    public override string ToString() => $"{Kind}: {Message}";
}
