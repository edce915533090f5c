namespace EvalHarness.Pipelines;

/// <summary>Builds the pipelines of one kind.</summary>
public interface IPipelineFactory
{
    /// <summary>The value of <c>kind:</c> in the experiment file.</summary>
    string Kind { get; }

    /// <summary>Looks at the settings alone: nothing is built, trained or called.</summary>
    /// <exception cref="Inputs.InputException">There is no such provider, model, index or the like.</exception>
    void Check(PipelineSpec spec);

    /// <summary>What can change an answer besides the settings, by name: hashes of corpus, prompt, checkpoint. Throws InputException when something is missing.</summary>
    IReadOnlyDictionary<string, string> ContentHashes(PipelineSpec spec);

    Task<IPipeline> BuildAsync(PipelineSpec spec, CancellationToken cancellationToken);
}
