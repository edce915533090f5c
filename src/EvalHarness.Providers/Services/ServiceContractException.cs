using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Services;

/// <summary>A service answered, but not as the experiment says it does: the message names what was looked for and shows how the reply starts.</summary>
public sealed class ServiceContractException(string message) : Exception(message), IEndpointFailure;
