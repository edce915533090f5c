namespace EvalHarness.Pipelines.Endpoints;

/// <summary>An endpoint failed in a way that trying again cannot mend, several times in a row: nobody calls it any more.</summary>
/// <remarks>The runner stops the pipeline, records nothing for the rows it has not answered, and says so once.</remarks>
public sealed class EndpointStoppedException(string endpoint, string reason) : Exception($"{endpoint}: {reason}")
{
    public string Endpoint => endpoint;

    public string Reason => reason;
}
