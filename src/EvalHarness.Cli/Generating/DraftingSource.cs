using EvalHarness.Experiments;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Cli.Generating;

/// <summary>The model that drafts, and the experiment that it was found in.</summary>
/// <param name="Experiment">Absent where the command line names a server.</param>
internal sealed record DraftingSource(ModelSource Model, Experiment? Experiment)
{
    private const string Here = "models";

    public IReadOnlyDictionary<string, EndpointOptions> Endpoints =>
        Experiment?.Endpoints ?? new[] { Model.Endpoint }.OfType<NamedEndpoint>().ToDictionary(e => e.Name, e => e.Options, StringComparer.Ordinal);

    /// <summary>Pipelines that answer with the very model that drafts: a question that a model wrote may suit it.</summary>
    public IReadOnlyList<string> Interested => [.. (Experiment?.Pipelines ?? [])
        .Where(p => p.Kind == ChatPipelineFactory.ChatKind && Asked(ChatPipelineFactory.ModelOf(p)) == Asked(Model))
        .Select(p => p.Name)];

    /// <exception cref="InputException">The experiment is wrong, or has no such pipeline.</exception>
    public static DraftingSource Of(DraftingRequest request)
    {
        if (request.Url is { } url)
            return new DraftingSource(Source(new ModelOptions { Endpoint = Here, Name = request.Model }, new NamedEndpoint(Here, new EndpointOptions { Provider = "openai", Url = url, KeyEnv = request.KeyEnv }), Directory.GetCurrentDirectory(), request), null);
        var experiment = ExperimentReader.Read(request.Experiment!);
        var found = Pipeline(experiment, request.Pipeline);
        return new DraftingSource(Source(found.Options with { Name = request.Model ?? found.Options.Name }, found.Endpoint, found.Folder, request), experiment);
    }

    private static ModelSource Source(ModelOptions options, NamedEndpoint? endpoint, string folder, DraftingRequest request) =>
        new(options with { ResponseFormat = request.ResponseFormat, Stream = false }, folder, endpoint);

    private static ModelSource Pipeline(Experiment experiment, string? named)
    {
        var chats = experiment.Pipelines.Where(p => p.Kind == ChatPipelineFactory.ChatKind).ToList();
        if (named is not null)
            return chats.Find(p => p.Name == named) is { } pipeline
                ? ChatPipelineFactory.ModelOf(pipeline)
                : throw new InputException(new InputProblem("--pipeline", $"'{named}' is no chat pipeline of {experiment.File}", $"Chat pipelines: {string.Join(", ", chats.Select(p => p.Name))}."));
        return chats.Select(ChatPipelineFactory.ModelOf).FirstOrDefault(m => m.Options.Checkpoint is null)
            ?? throw new InputException(new InputProblem(experiment.File, "no chat pipeline asks an untuned model", "Name one with --pipeline, or a server with --url and --model."));
    }

    private static (string?, string?, string?) Asked(ModelSource source) => (source.Endpoint?.Name ?? source.Options.Provider, source.Options.Name, source.Options.Checkpoint);
}
