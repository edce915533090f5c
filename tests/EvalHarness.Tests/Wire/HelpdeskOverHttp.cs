using System.Globalization;
using EvalHarness.Embedded;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Stub;
using EvalHarness.Stub.Faults;
using Microsoft.Extensions.AI;

namespace EvalHarness.Tests.Wire;

/// <summary>The helpdesk readers behind an OpenAI-compatible server, with faults, and an experiment that asks them there.</summary>
internal sealed class HelpdeskOverHttp : IAsyncDisposable
{
    public const string ConnectionEnv = "EVALHARNESS_TEST_PGVECTOR";

    private readonly TemporaryFolder folder = new();

    private HelpdeskOverHttp(StubServer server) => Server = server;

    public StubServer Server { get; }

    public string Reports => folder["reports"];

    public string Run => Directory.GetDirectories(Reports).Single(d => File.Exists(Path.Combine(d, "run.json")));

    public static async Task<HelpdeskOverHttp> StartAsync(IFaults faults)
    {
        var models = new Dictionary<string, IChatClient>(StringComparer.Ordinal)
        {
            ["untuned"] = await ReaderAsync(new ModelOptions { Provider = "embedded", Name = "untuned", AbstainBelow = 0.35 }),
            ["tuned"] = await ReaderAsync(new ModelOptions { Provider = "embedded", Checkpoint = "helpdesk@2026-03" }),
        };
        return new HelpdeskOverHttp(await StubServer.StartAsync(new StubOptions
        {
            Answerer = StubAnswerers.From((model, messages) => AnswerAsync(models[model], messages)),
            Faults = faults,
        }));
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

    private static async Task<IChatClient> ReaderAsync(ModelOptions options) =>
        await new EmbeddedModelProvider().ConnectAsync(new ModelSource(options, Repository.Helpdesk, Endpoint: null), CancellationToken.None);

    private static async Task<StubReply> AnswerAsync(IChatClient reader, IReadOnlyList<(string Role, string Content)> messages)
    {
        var reply = await reader.GetResponseAsync([.. messages.Select(m => new ChatMessage(new ChatRole(m.Role), m.Content))]);
        return new StubReply(reply.Text) { InputTokens = reply.Usage!.InputTokenCount, OutputTokens = reply.Usage.OutputTokenCount };
    }
}
