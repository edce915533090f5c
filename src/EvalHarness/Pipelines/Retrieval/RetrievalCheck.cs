using EvalHarness.Inputs;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval.Chunks;
using EvalHarness.Pipelines.Retrieval.Rerank;
using EvalHarness.Pipelines.Retrieval.Vectors;

namespace EvalHarness.Pipelines.Retrieval;

/// <summary>Finds what is wrong with retrieval options, and the parts that right ones name.</summary>
internal sealed class RetrievalCheck(RetrievalParts parts)
{
    /// <summary>The first problem; nothing is built or called.</summary>
    public InputProblem? Problem(RetrievalSource source, string where) => Missing(source, where) ?? Unusable(source, where);

    /// <summary>What the options name and nobody has.</summary>
    public InputProblem? Missing(RetrievalSource source, string where) =>
        Chunkers.Check(source.Options.Chunk, where)
        ?? (source.Options.Index == "keyword" ? null : MissingEmbedder(source, where) ?? MissingStore(source.Options, where))
        ?? MissingReranker(source, where)
        ?? MissingEvidence(source.Options, where);

    public IEmbedderProvider Embedder(RetrievalSource source) => Embedder(source.Options.Embedder!)!;

    public IVectorStore Store(RetrievalSource source) => Store(source.Options)!;

    public static EmbedderSource EmbedderSource(RetrievalSource source) =>
        new(source.Options.Embedder!, source.Options.Embedder!.Endpoint is { } name ? NamedEndpoint.Find(name, source.Endpoints) : null);

    public static RerankerSource RerankerSource(RetrievalSource source) =>
        new(source.Options.Reranker!, NamedEndpoint.Find(source.Options.Reranker!.Endpoint, source.Endpoints)!);

    private InputProblem? Unusable(RetrievalSource source, string where) =>
        (source.Options.Index == "keyword" ? null : Embedder(source).Check(EmbedderSource(source), where) ?? Store(source).Check(source.Options, where))
        ?? (source.Options.Rerank == "http" ? parts.Rerankers!.Check(RerankerSource(source), where) : null);

    private InputProblem? MissingEmbedder(RetrievalSource source, string where)
    {
        if (source.Options.Embedder is not { } options)
            return new InputProblem(where, $"a {source.Options.Index} index without an embedder", $"Say under embedder: which of {Known()} makes the vectors.");
        if (options.Endpoint is { } name && NamedEndpoint.Find(name, source.Endpoints) is null)
            return Unknown(where, name, source);
        return Embedder(options) is null ? new InputProblem(where, $"there is no embedder '{options.Provider}'", $"Known: {Known()}.") : null;
    }

    private InputProblem? MissingStore(RetrievalOptions options, string where) => Store(options) is null
        ? new InputProblem(where, $"there is no vector store '{options.Store}'", $"Known: {string.Join(", ", parts.Stores.Select(s => s.Name))}.")
        : null;

    private InputProblem? MissingReranker(RetrievalSource source, string where) => source.Options switch
    {
        { Rerank: "none" or "proximity" } => null,
        { Rerank: "http", Reranker: null } => new InputProblem(where, "rerank: http without a reranker", "Say under reranker: which endpoint and model re-rank."),
        { Rerank: "http", Reranker.Endpoint: var name } when NamedEndpoint.Find(name, source.Endpoints) is null => Unknown(where, name, source),
        { Rerank: "http" } when parts.Rerankers is not null => null,
        { Rerank: var name } => new InputProblem(where, $"there is no re-ranker '{name}'", "Known: none, proximity, http."),
    };

    private InputProblem? MissingEvidence(RetrievalOptions options, string where) => options switch
    {
        { Oracle: true } when parts.Evidence is null => new InputProblem(where, "oracle: true, and there is no dataset that knows the gold passages", "Ask for an oracle in an experiment, whose dataset names evidence."),
        { Oracle: false, OracleDistractors: > 0 } => new InputProblem(where, "oracle_distractors without an oracle", "Say oracle: true, or leave oracle_distractors out."),
        _ => null,
    };

    private IEmbedderProvider? Embedder(EmbedderOptions options)
    {
        var name = options.Endpoint is null ? options.Provider : IEmbedderProvider.EndpointName;
        return parts.Embedders.FirstOrDefault(e => e.Name == name);
    }

    private IVectorStore? Store(RetrievalOptions options) => parts.Stores.FirstOrDefault(s => s.Name == options.Store);

    private string Known() => string.Join(", ", parts.Embedders.Select(e => e.Name));

    private static InputProblem Unknown(string where, string endpoint, RetrievalSource source) =>
        new(where, $"there is no endpoint '{endpoint}'", $"Known: {string.Join(", ", source.Endpoints.Keys)}. Endpoints stand under endpoints: in the experiment.");
}
