using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Experiments;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Processes;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Rerank;
using EvalHarness.Pipelines.Retrieval.Vectors;
using EvalHarness.Providers.Embeddings;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;
using EvalHarness.Providers.Rerank;
using EvalHarness.Providers.Services;
using EvalHarness.Providers.Stores;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>What of an experiment can be tried with one tiny call: chat models of pipelines and judges, embedders, stores, re-rankers, services, and programs where they may be started.</summary>
internal sealed class ProbePlan(Experiment experiment, bool allowsPlugins, TimeProvider time) : IDisposable
{
    private readonly EndpointRegistry endpoints = new(time) { TriesOnce = true };
    private readonly PgVectorStore postgres = new(time);
    private readonly ProcessPipelineFactory programs = new(allowsPlugins, time);

    /// <summary>Pipelines that start a program, which nobody has allowed.</summary>
    public IReadOnlyList<string> NotAllowed => allowsPlugins ? [] : [.. experiment.Pipelines.Where(p => p.Kind == programs.Kind).Select(p => p.Name)];

    public IEnumerable<PlannedProbe> Probes() => [.. Models(), .. Embedders(), .. Stores(), .. Rerankers(), .. Services(), .. Programs()];

    public void Dispose()
    {
        programs.Dispose();
        postgres.Dispose();
        endpoints.Dispose();
    }

    // Pipelines that send one model the same are one call: a server may know a model, and not how it is asked.
    private IEnumerable<PlannedProbe> Models() => experiment.Pipelines
        .Where(p => p.Kind == ChatPipelineFactory.ChatKind)
        .Select(p => (Source: ChatPipelineFactory.ModelOf(p), p.Name))
        .Concat(experiment.Judges.Select(j => (Source: new ModelSource(j.Model, j.Folder, j.Endpoint), Name: $"judge {j.Name}")))
        .Where(m => m.Source.Endpoint is not null)
        .GroupBy(m => (m.Source.Endpoint!.Name, m.Source.Options.Name, Sent(m.Source.Options)))
        .Select(asked => new PlannedProbe(
            new ProbeResult(asked.Key.Item1, asked.Key.Item2 ?? ""),
            [.. asked.Select(m => m.Name)],
            token => new EndpointProbe(endpoints).ProbeAsync(asked.First().Source, token)));

    private IEnumerable<PlannedProbe> Embedders() => Retrievals()
        .Where(r => r.Source.Options is { Index: not "keyword", Embedder.Endpoint: not null })
        .Select(r => (Source: new EmbedderSource(r.Source.Options.Embedder!, Endpoint(r.Source.Options.Embedder!.Endpoint!, r.Source, r.Name)), r.Name))
        .GroupBy(e => (e.Source.Endpoint!.Name, e.Source.Options.Name))
        .Select(asked => new PlannedProbe(
            new ProbeResult(asked.Key.Item1, asked.Key.Item2 ?? "", "embedding"),
            [.. asked.Select(e => e.Name)],
            token => new EmbeddingProbe(endpoints).ProbeAsync(asked.First().Source, token)));

    private IEnumerable<PlannedProbe> Stores() => Retrievals()
        .Where(r => r.Source.Options is { Index: not "keyword", Store: "pgvector" })
        .GroupBy(r => r.Source.Options.ConnectionEnv)
        .Select(asked => new PlannedProbe(
            new ProbeResult(postgres.Name, asked.Key ?? "", PgVectorProbe.Kind),
            [.. asked.Select(r => r.Name)],
            token => new PgVectorProbe(postgres).ProbeAsync(asked.First().Source.Options, token)));

    private IEnumerable<PlannedProbe> Rerankers() => Retrievals()
        .Where(r => r.Source.Options is { Rerank: "http", Reranker: not null })
        .Select(r => (Source: new RerankerSource(r.Source.Options.Reranker!, Endpoint(r.Source.Options.Reranker!.Endpoint, r.Source, r.Name)), r.Name))
        .GroupBy(r => (r.Source.Endpoint.Name, r.Source.Options.Name))
        .Select(asked => new PlannedProbe(
            new ProbeResult(asked.Key.Item1, asked.Key.Item2, "rerank"),
            [.. asked.Select(r => r.Name)],
            token => new RerankProbe(endpoints).ProbeAsync(asked.First().Source, token)));

    private IEnumerable<PlannedProbe> Services() => Whole(
        new HttpPipelineFactory(endpoints),
        spec => new ProbeResult((string?)spec.Settings["endpoint"] ?? spec.Name, (string?)spec.Settings["url"] ?? "", "service"));

    private IEnumerable<PlannedProbe> Programs() => allowsPlugins
        ? Whole(programs, spec => new ProbeResult(spec.Name, string.Join(' ', spec.Settings["command"]!.AsArray().Select(part => (string?)part)), "program"))
        : [];

    private IEnumerable<PlannedProbe> Whole(IPipelineFactory factory, Func<PipelineSpec, ProbeResult> asked) => experiment.Pipelines
        .Where(p => p.Kind == factory.Kind)
        .Select(p => new PlannedProbe(asked(p), [p.Name], async token =>
        {
            var probe = new PipelineProbe(factory, endpoints, TimeSpan.FromSeconds(experiment.Run.TimeoutSeconds), time);
            return await probe.ProbeAsync(asked(p), p, await RequestAsync(token), token);
        }));

    private static string Sent(ModelOptions options) => JsonSerializer.Serialize(options with { PriceAs = null, AbstainBelow = 0 }, RunJson.Compact);

    // A service may need what a sample carries besides its question.
    private async Task<PipelineRequest> RequestAsync(CancellationToken cancellationToken)
    {
        var inputs = new ExperimentInputs(experiment);
        Sample sample = await inputs.SamplesAsync(choice: null, cancellationToken).FirstAsync(cancellationToken);
        return PipelineRequest.For(sample, inputs.AnswerSchema);
    }

    private IEnumerable<(RetrievalSource Source, string Name)> Retrievals() => experiment.Pipelines
        .Where(p => p.Kind == ChatPipelineFactory.ChatKind)
        .Select(p => (Source: ChatPipelineFactory.RetrievalOf(p), p.Name))
        .Where(r => r.Source is not null)
        .Select(r => (r.Source!, r.Name));

    private static NamedEndpoint Endpoint(string name, RetrievalSource source, string pipeline) => NamedEndpoint.Find(name, source.Endpoints)
        ?? throw new InputException(new InputProblem($"pipeline '{pipeline}'", $"there is no endpoint '{name}'", $"Known: {string.Join(", ", source.Endpoints.Keys)}."));
}
