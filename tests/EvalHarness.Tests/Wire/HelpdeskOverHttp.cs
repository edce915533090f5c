using System.Globalization;
using EvalHarness.Datasets;
using EvalHarness.Embedded;
using EvalHarness.Embedded.Training;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Stub;
using EvalHarness.Stub.Faults;
using Microsoft.Extensions.AI;

namespace EvalHarness.Tests.Wire;

/// <summary>The helpdesk readers behind an OpenAI-compatible server, with faults, and an experiment that asks them there.</summary>
internal sealed class HelpdeskOverHttp : IAsyncDisposable
{
    public const string ConnectionEnv = "EVALHARNESS_TEST_PGVECTOR";

    private readonly TemporaryFolder folder;

    private HelpdeskOverHttp(StubServer server, TemporaryFolder folder) => (Server, this.folder) = (server, folder);

    public StubServer Server { get; }

    public string Reports => folder["reports"];

    public string Run => Directory.GetDirectories(Reports).Single(d => File.Exists(Path.Combine(d, "run.json")));

    public static async Task<HelpdeskOverHttp> StartAsync(IFaults faults)
    {
        var folder = new TemporaryFolder();
        await TrainAsync(folder.FullPath);
        var models = new Dictionary<string, IChatClient>(StringComparer.Ordinal)
        {
            ["untuned"] = await ReaderAsync(folder, new ModelOptions { Provider = "embedded", Name = "untuned", AbstainBelow = 0.35 }),
            ["tuned"] = await ReaderAsync(folder, new ModelOptions { Provider = "embedded", Checkpoint = "helpdesk@1" }),
        };
        return new HelpdeskOverHttp(await StubServer.StartAsync(new StubOptions { Answerer = ServedModels.Of(models), Faults = faults }), folder);
    }

    /// <summary>Writes the experiment and runs it as a user does.</summary>
    /// <param name="store">Where vectors are kept.</param>
    public async Task<CliResult> EvaluateAsync(string store, params string[] more)
    {
        var file = folder.Write("experiment.yaml", Yaml(store));
        return await CliProcess.RunAsync(["run", file, "--out", Reports, "--no-cache", .. more]);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        folder.Dispose();
    }

    private string Yaml(string store)
    {
        var helpdesk = Repository.Helpdesk;
        var retrieval = $"{{ corpus: {helpdesk}/corpus/2026-09, index: hybrid, embedder: {{ endpoint: local, name: embedder }}, store: {store}, connection_env: {ConnectionEnv}, chunk: {{ tokens: 240, overlap: 40 }}, passages: 5 }}";
        return string.Create(CultureInfo.InvariantCulture, $$"""
            name: helpdesk-over-http
            dataset: {{helpdesk}}/samples.jsonl
            corpus: {{helpdesk}}/corpus/2026-09
            answer: { schema: {{helpdesk}}/schemas/answer.schema.json, text: answer, citations: citations, abstention: ["help centre does not cover"] }
            prices: {{folder.Write("prices.yaml", Prices)}}
            baseline: rag
            run: { warm_up: 0 }
            endpoints:
              local: { provider: openai, url: "{{Server.Url}}/v1", tries: { first_wait_seconds: 0.01 } }
            pipelines:
              rag:
                model: { endpoint: local, name: untuned, response_format: json_schema }
                prompt: {{helpdesk}}/prompts/untuned.prompt.md
                retrieval: {{retrieval}}
              fine-tuned:
                model: { endpoint: local, name: tuned, response_format: json_schema, stream: true }
                prompt: {{helpdesk}}/prompts/tuned.prompt.md
              hybrid:
                model: { endpoint: local, name: tuned, response_format: json_schema }
                prompt: {{helpdesk}}/prompts/tuned.prompt.md
                retrieval: {{retrieval}}
            """);
    }

    private const string Prices =
        """
        date: 2026-11-23
        source: made up for a test
        currency: USD
        models:
          untuned: { input: 1, output: 10 }
          tuned: { input: 1, output: 10 }
          embedder: { input: 1, output: 10 }
        """;

    // Of its own: the shipped experiment's may not have been trained yet, or may be trained by another test just now.
    private static Task TrainAsync(string folder) => new EmbeddedTrainer(CorpusReader.Read, TimeProvider.System).TrainAsync(
        new TrainRequest
        {
            Name = "helpdesk",
            Version = "1",
            TrainFile = Path.Combine(Repository.Helpdesk, "train.2026-03.jsonl"),
            CorpusFolder = Path.Combine(Repository.Helpdesk, "corpus", "2026-03"),
            Seed = 1,
            Folder = folder,
        },
        CancellationToken.None);

    private static async Task<IChatClient> ReaderAsync(TemporaryFolder folder, ModelOptions options) =>
        await new EmbeddedModelProvider().ConnectAsync(new ModelSource(options, folder.FullPath, Endpoint: null), CancellationToken.None);
}
