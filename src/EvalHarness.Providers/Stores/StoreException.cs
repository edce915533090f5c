using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Stores;

/// <summary>A search failed, after as many tries as it is given; message and mend hold no secret.</summary>
internal sealed class StoreException(string message, string mend, Exception inner) : Exception(message, inner), IEndpointFailure
{
    /// <inheritdoc cref="IEndpointFailure.Mend"/>
    public string? Mend => mend;
}
