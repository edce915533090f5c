using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval.Rerank;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;

namespace EvalHarness.Providers.Rerank;

/// <summary>Re-rank models behind endpoints.</summary>
public sealed class HttpRerankerProvider(EndpointRegistry endpoints) : IRerankerProvider
{
    public InputProblem? Check(RerankerSource source, string where) => source.Endpoint.Options.Url is null
        ? new InputProblem($"{where}, endpoint '{source.Endpoint.Name}'", "there is no url", "Write what stands before /rerank: https://api.cohere.com/v2.")
        : ModelCheck.AccessProblem(source.Endpoint, where);

    public IReranker Connect(RerankerSource source) => new HttpReranker(endpoints.Get(source.Endpoint), source.Options);
}
