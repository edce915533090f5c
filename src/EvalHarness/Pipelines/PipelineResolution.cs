namespace EvalHarness.Pipelines;

/// <summary>Completes pipeline specs with what their factories know can change an answer.</summary>
public static class PipelineResolution
{
    public static IReadOnlyList<PipelineSpec> WithContentHashes(this IEnumerable<PipelineSpec> specs, IReadOnlyList<IPipelineFactory> factories) =>
        [.. specs.Select(spec => spec with { ContentHashes = Factory(spec, factories).ContentHashes(spec) })];

    private static IPipelineFactory Factory(PipelineSpec spec, IReadOnlyList<IPipelineFactory> factories) =>
        factories.FirstOrDefault(f => f.Kind == spec.Kind)
        ?? throw new Inputs.InputException(new Inputs.InputProblem(
            $"pipeline '{spec.Name}'",
            $"there is no kind '{spec.Kind}'",
            $"Known: {string.Join(", ", factories.Select(f => f.Kind))}."));
}
