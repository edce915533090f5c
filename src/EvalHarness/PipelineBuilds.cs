using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;

namespace EvalHarness;

/// <summary>The pipelines of a run, as far as they could be built.</summary>
/// <param name="Pipelines">By name.</param>
/// <param name="Stops">Those whose endpoint failed before the first question, as while an index was embedded: the others answer all the same.</param>
internal sealed record PipelineBuilds(IReadOnlyDictionary<string, IPipeline> Pipelines, IReadOnlyList<RunStop> Stops)
{
    /// <exception cref="InputException">What the experiment says of a pipeline is wrong.</exception>
    public static async Task<PipelineBuilds> MakeAsync(IEnumerable<PipelineSpec> specs, IReadOnlyList<IPipelineFactory> factories, CancellationToken cancellationToken)
    {
        Dictionary<string, IPipeline> pipelines = new(StringComparer.Ordinal);
        List<RunStop> stops = [];
        foreach (var spec in specs)
        {
            try
            {
                pipelines.Add(spec.Name, await factories.Single(f => f.Kind == spec.Kind).BuildAsync(spec, cancellationToken));
            }
            catch (Exception exception) when (Said(exception) is { } said)
            {
                stops.Add(new RunStop(StopCause.Endpoint, spec.Name, $"Pipeline '{spec.Name}' was stopped before its first question: {said} Then give the same command again: what was embedded is kept."));
            }
        }

        return new PipelineBuilds(pipelines, stops);
    }

    private static string? Said(Exception exception) =>
        exception.First<EndpointStoppedException>() is { } stopped ? $"{stopped.Message.TrimEnd('.')}."
        : exception.First<IEndpointFailure>() is { } failure ? $"{failure.Message.TrimEnd('.')}. {failure.Mend ?? "Mend what it complains of, or wait until it is back."}"
        : null;
}
