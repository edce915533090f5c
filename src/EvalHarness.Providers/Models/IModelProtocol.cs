using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Providers.Endpoints;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Models;

/// <summary>What one protocol needs beyond what all share: its SDK's client, and what it cannot be asked.</summary>
public interface IModelProtocol
{
    /// <summary>The value of an endpoint's <c>provider:</c>.</summary>
    string Name { get; }

    /// <summary>What this protocol cannot do of what is asked; absent when it can.</summary>
    InputProblem? Check(ModelSource source, string where);

    /// <summary>The SDK's client over the endpoint's own HTTP client, its retries off.</summary>
    /// <exception cref="InputException">The variable that should hold the key is not set.</exception>
    IChatClient Client(ModelSource source, Endpoint endpoint);
}
