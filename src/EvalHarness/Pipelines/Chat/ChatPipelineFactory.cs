using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval;

namespace EvalHarness.Pipelines.Chat;

/// <summary>Puts a chat pipeline together from the providers that the program was composed with.</summary>
public sealed class ChatPipelineFactory(IEnumerable<IModelProvider> providers, IEnumerable<IRetrieverFactory> retrievers) : IPipelineFactory
{
    public const string ChatKind = "chat";

    public string Kind => ChatKind;

    public void Check(PipelineSpec spec)
    {
        var settings = Settings(spec);
        var where = $"pipeline '{spec.Name}'";
        List<InputProblem?> problems =
        [
            .. new ChatInputs(spec, settings).Problems(),
            Provider(spec, settings).Check(Model(spec, settings), where),
            settings.Retrieval is { } retrieval ? RetrieverFactory(spec, retrieval).Check(Retrieval(spec, retrieval), where) : null,
        ];
        if (problems.OfType<InputProblem>().ToList() is { Count: > 0 } found)
            throw new InputException(found);
    }

    public IReadOnlyDictionary<string, string> ContentHashes(PipelineSpec spec)
    {
        var settings = Settings(spec);
        var hashes = new Dictionary<string, string>(new ChatInputs(spec, settings).ContentHashes(), StringComparer.Ordinal)
        {
            ["model"] = Provider(spec, settings).ContentHash(Model(spec, settings)),
        };
        if (settings.Retrieval is { } retrieval)
            foreach (var (what, hash) in RetrieverFactory(spec, retrieval).ContentHashes(Retrieval(spec, retrieval)))
                hashes[what] = hash;
        return hashes;
    }

    public async Task<IPipeline> BuildAsync(PipelineSpec spec, CancellationToken cancellationToken)
    {
        var settings = Settings(spec);
        var model = await Provider(spec, settings).ConnectAsync(Model(spec, settings), cancellationToken);
        var prompt = await new ChatInputs(spec, settings).ReadPromptAsync(cancellationToken);
        var retriever = settings.Retrieval is { } retrieval
            ? await RetrieverFactory(spec, retrieval).BuildAsync(Retrieval(spec, retrieval), cancellationToken)
            : null;
        ChatPipeline pipeline = new(model, settings.Model, prompt, retriever);
        return settings.Rewording is { } rewording ? new RewordedPipeline(pipeline, Rewording.Of(rewording)) : pipeline;
    }

    /// <summary>The model that a chat pipeline asks, for whoever wants to try it alone.</summary>
    /// <exception cref="InputException">It names an endpoint that is not there.</exception>
    public static ModelSource ModelOf(PipelineSpec spec) => Model(spec, Settings(spec));

    /// <summary>How a chat pipeline finds passages, for whoever wants to try its embedder or re-ranker alone; absent when it has none.</summary>
    public static RetrievalSource? RetrievalOf(PipelineSpec spec) => Settings(spec).Retrieval is { } retrieval ? Retrieval(spec, retrieval) : null;

    private static ChatSettings Settings(PipelineSpec spec) => spec.Settings.Deserialize<ChatSettings>(InputJson.Options)!;

    private static ModelSource Model(PipelineSpec spec, ChatSettings settings) => new(settings.Model, spec.Folder, Endpoint(spec, settings));

    private static RetrievalSource Retrieval(PipelineSpec spec, RetrievalOptions options) => new(options, spec.Folder, spec.Endpoints);

    private static NamedEndpoint? Endpoint(PipelineSpec spec, ChatSettings settings) => settings.Model.Endpoint is not { } name
        ? null
        : NamedEndpoint.Find(name, spec.Endpoints) ?? throw Unknown(spec, "endpoint", name, spec.Endpoints.Keys);

    private IModelProvider Provider(PipelineSpec spec, ChatSettings settings)
    {
        var name = Endpoint(spec, settings)?.Options.Provider ?? settings.Model.Provider ?? "";
        return providers.FirstOrDefault(p => p.Name == name) ?? throw Unknown(spec, "provider", name, providers.Select(p => p.Name));
    }

    private IRetrieverFactory RetrieverFactory(PipelineSpec spec, RetrievalOptions options) =>
        retrievers.FirstOrDefault(r => r.Indexes.Contains(options.Index))
        ?? throw Unknown(spec, "index", options.Index, retrievers.SelectMany(r => r.Indexes));

    private static InputException Unknown(PipelineSpec spec, string what, string found, IEnumerable<string> known) =>
        new(new InputProblem($"pipeline '{spec.Name}'", $"there is no {what} '{found}'", $"Known: {string.Join(", ", known)}."));
}
