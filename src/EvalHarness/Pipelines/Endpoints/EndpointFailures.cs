namespace EvalHarness.Pipelines.Endpoints;

/// <summary>Finds what an endpoint did wrong in an exception: some libraries wrap what was thrown below them.</summary>
public static class EndpointFailures
{
    /// <summary>Absent when no endpoint stopped being called.</summary>
    public static EndpointStoppedException? Stopped(Exception exception) => Chain(exception).OfType<EndpointStoppedException>().FirstOrDefault();

    /// <summary>Absent when it is nobody's failure but the pipeline's own.</summary>
    public static IEndpointFailure? Failure(Exception exception) => Chain(exception).OfType<IEndpointFailure>().FirstOrDefault();

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var link = exception; link is not null; link = link.InnerException)
            yield return link;
    }
}
