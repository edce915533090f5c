using EvalHarness.Datasets;
using EvalHarness.Drafting;
using EvalHarness.Embedded;
using EvalHarness.Embedded.Retrieval;
using EvalHarness.Evaluators.Cost;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Vectors;
using EvalHarness.Providers.Models;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Generating;

/// <summary>Puts together what drafts: the model behind its cache, the corpus, a search of it, prices, gold that there is.</summary>
internal sealed class DraftingComposition : IDisposable
{
    private const int UsualConcurrency = 4;
    private const int Passages = 5;

    private readonly DraftingRequest request;
    private readonly string folder;
    private readonly TimeProvider time;
    private readonly Endpoints endpoints;

    /// <param name="folder">Of the corpus.</param>
    /// <param name="parent">The folder of runs: replies are kept below it.</param>
    public DraftingComposition(DraftingRequest request, string folder, string parent, TimeProvider time, Action<string> say)
    {
        (this.request, this.folder, this.time) = (request, folder, time);
        Source = DraftingSource.Of(request);
        endpoints = new Endpoints(Source.Experiment?.Run ?? new RunOptions { Concurrency = UsualConcurrency }, parent, time, say);
    }

    public DraftingSource Source { get; }

    /// <summary>Drafts in the making at once.</summary>
    public int Concurrency => Source.Experiment?.Run.Concurrency ?? UsualConcurrency;

    public PriceTable Prices => Source.Experiment is { } experiment ? PriceFile.Read([.. experiment.Prices.Select(experiment.Resolve)]) : PriceTable.Empty;

    /// <summary>Reads everything that drafting needs; nothing is called.</summary>
    public async Task<DraftingInputs> InputsAsync(int seed, CancellationToken cancellationToken)
    {
        var corpus = CorpusReader.Read(folder);
        var previous = request.Previous is { } earlier ? CorpusReader.Read(earlier) : null;
        RetrieverFactory search = new(_ => corpus, new RetrievalParts { Words = new KeywordIndexer() }, new IndexCache(null), new PreparationLog(), time);
        RetrievalSource source = new(new RetrievalOptions { Corpus = folder, Passages = Passages }, Directory.GetCurrentDirectory(), Source.Endpoints);
        return new DraftingInputs(corpus, new DraftPlan(corpus, previous, request.Kinds, seed), new DraftPrompts(request.Prompts), await search.BuildAsync(source, cancellationToken))
        {
            Previous = previous,
            Gold = await GoldAsync(cancellationToken),
        };
    }

    /// <exception cref="InputException">The model's options are wrong, or its key is not set.</exception>
    public async Task<DraftingModel> ModelAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<IModelProvider> providers = [new EmbeddedModelProvider(), .. EndpointModelProvider.All(endpoints.Registry, endpoints.Cached)];
        var name = Source.Model.Endpoint?.Options.Provider ?? Source.Model.Options.Provider;
        var provider = providers.FirstOrDefault(p => p.Name == name)
            ?? throw new InputException(new InputProblem("generate", $"the provider '{name}' serves no chat model", $"Known: {string.Join(", ", providers.Select(p => p.Name))}."));
        return provider.Check(Source.Model, "generate") is { } problem
            ? throw new InputException(problem)
            : new DraftingModel(await provider.ConnectAsync(Source.Model, cancellationToken), Source.Model.Options);
    }

    public void Dispose() => endpoints.Dispose();

    // Evidence is not looked up: gold may be of another corpus. The whole file counts, whatever its split.
    private async Task<IReadOnlyList<Sample>> GoldAsync(CancellationToken cancellationToken) =>
        Source.Experiment is { } experiment && experiment.Resolve(experiment.Dataset) is var file && File.Exists(file)
            ? await new DatasetReader().ReadAsync(file, cancellationToken).ToListAsync(cancellationToken)
            : [];
}
