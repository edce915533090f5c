using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Models;

/// <summary>A model replied, and there is no answer in the reply; asking again would be paid for again.</summary>
public sealed class UnusableReplyException(string message) : Exception(message), IEndpointFailure;
