using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval.Rerank;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;

namespace EvalHarness.Providers.Rerank;

/// <summary>Re-rank models behind endpoints.</summary>
/// <remarks>The chain, outermost first: what <paramref name="outermost"/> adds (the response cache), the endpoint (permits, tries, breaker).</remarks>
public sealed class HttpRerankerProvider(EndpointRegistry endpoints, Func<IReranker, RerankerSource, IReranker> outermost) : IRerankerProvider
{
    public HttpRerankerProvider(EndpointRegistry endpoints)
        : this(endpoints, (reranker, _) => reranker)
    {
    }

    public InputProblem? Check(RerankerSource source, string where) => source.Endpoint.Options.Url is null
        ? new InputProblem($"{where}, endpoint '{source.Endpoint.Name}'", "there is no url", "Write what stands before /rerank: https://api.cohere.com/v2.")
        : ModelCheck.AccessProblem(source.Endpoint, where);

    public IReranker Connect(RerankerSource source) => outermost(new HttpReranker(endpoints.Get(source.Endpoint), source.Options), source);
}
