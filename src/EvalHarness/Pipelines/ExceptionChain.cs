namespace EvalHarness.Pipelines;

/// <summary>Looks into exceptions: some libraries wrap what was thrown below them.</summary>
public static class ExceptionChain
{
    /// <summary>The outermost of a kind; absent when there is none.</summary>
    public static T? First<T>(this Exception exception)
        where T : class
    {
        for (var link = exception; link is not null; link = link.InnerException)
            if (link is T found)
                return found;
        return null;
    }
}
