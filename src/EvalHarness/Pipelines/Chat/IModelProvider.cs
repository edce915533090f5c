using EvalHarness.Pipelines.Endpoints;
using Microsoft.Extensions.AI;

namespace EvalHarness.Pipelines.Chat;

/// <summary>Gives access to the models of one provider.</summary>
public interface IModelProvider
{
    /// <summary>The value of <c>provider:</c>, of a model or of its endpoint.</summary>
    string Name { get; }

    /// <summary>What is wrong with the options, and how to mend it; absent when nothing is. Nothing is connected to.</summary>
    Inputs.InputProblem? Check(ModelSource source, string where);

    /// <summary>What can change this model's answers besides its options: a checkpoint's hash, a reader's version, where the endpoint is.</summary>
    string ContentHash(ModelSource source);

    Task<IChatClient> ConnectAsync(ModelSource source, CancellationToken cancellationToken);
}
