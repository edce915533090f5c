using System.Globalization;
using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Runs;

/// <summary>One planned answer: sample × pipeline × repetition.</summary>
/// <param name="Id">A hash of the request, the pipeline's identity and the repetition: equal work is equal wherever it is planned, and a mended gold label changes nothing.</param>
public sealed record WorkItem(string Id, string SampleId, string Pipeline, int Repeat, PipelineRequest Request)
{
    public static WorkItem Plan(Sample sample, PipelineSpec pipeline, int repeat, string? responseSchema)
    {
        var request = PipelineRequest.For(sample, responseSchema);
        var id = ContentHash.Of(RequestHash(request), pipeline.Identity, repeat.ToString(CultureInfo.InvariantCulture));
        return new WorkItem(id, sample.Id, pipeline.Name, repeat, request);
    }

    /// <summary>Over all that a pipeline is told.</summary>
    public static string RequestHash(PipelineRequest request) => ContentHash.Of(
        JsonSerializer.Serialize(request.Messages),
        JsonSerializer.Serialize(request.Context.OrderBy(c => c.Key, StringComparer.Ordinal)),
        request.ResponseSchema ?? "");
}
