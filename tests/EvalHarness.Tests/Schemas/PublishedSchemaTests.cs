using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;
using EvalHarness.Schemas;

namespace EvalHarness.Tests.Schemas;

/// <summary>docs/schemas: every file format, good and bad.</summary>
public class PublishedSchemaTests
{
    private const string Sample = """{"id": "s1", "question": "How?", "answers": ["So."], "evidence": [{"document": "d", "quote": "So."}], "tags": {"topic": "billing"}, "expected": {"category": "x"}}""";
    private const string Prices = """{"date": "2026-11-01", "source": "list", "currency": "USD", "models": {"m": {"input": 0.15, "output": 0.6, "cache_read": 0.075, "note": "as if"}}}""";
    private const string Experiment = """{"name": "e", "dataset": "samples.jsonl", "baseline": "rag", "pipelines": {"rag": {"model": {"provider": "embedded"}, "retrieval": {"corpus": "c", "chunk": {"tokens": 160}}}}}""";
    private const string Training = """{"messages": [{"role": "user", "content": "How?"}, {"role": "assistant", "content": "So."}]}""";

    [Test]
    public void Every_file_format_has_a_schema() => Assert.That(Names(), Is.SupersetOf(["calibration", "experiment", "front-matter", "labels", "prices", "run", "samples", "training"]));

    [TestCaseSource(nameof(Names))]
    public void Every_schema_is_a_valid_one(string name) => Assert.That(() => InputSchemas.Named(name), Throws.Nothing);

    [TestCaseSource(nameof(Names))]
    public void Every_top_level_key_has_a_description_for_the_editor(string name)
    {
        var schema = JsonNode.Parse(InputSchemas.Text(name))!;

        Assert.That((string?)schema["description"], Is.Not.Empty);
        Assert.That(schema["properties"]!.AsObject().Where(p => string.IsNullOrEmpty((string?)p.Value!["description"])).Select(p => p.Key), Is.Empty);
    }

    [TestCase("samples", Sample)]
    [TestCase("samples", """{"id": "s1", "messages": [{"role": "user", "content": "How?"}], "unanswerable": true}""")]
    [TestCase("prices", Prices)]
    [TestCase("experiment", Experiment)]
    [TestCase("training", Training)]
    [TestCase("experiment", """{"name": "e", "dataset": "d", "baseline": "r", "registry": "r.jsonl", "pipelines": {"r": {"model": {"endpoint": "x", "checkpoint": "production"}}}}""")]
    [TestCase("hooks", """{"aliases": {"production": {"on_promote": {"webhook": {"url": "https://x.example.com/h"}}, "serves": {"url": "http://x/v1/models", "wait_seconds": 0}}}}""")]
    [TestCase("front-matter", """{"id": "a", "title": "A", "topic": "t", "category": "c", "updated": "2026-09-01"}""")]
    public void A_good_instance_is_valid(string name, string json) => Assert.That(Errors(name, json), Is.Empty);

    [TestCase("samples", """{"question": "How?"}""", "'id' is missing")]
    [TestCase("samples", """{"id": 1}""", "1 is a whole number. Expected text")]
    [TestCase("samples", """{"id": "a", "answer": []}""", "unknown key 'answer'. Did you mean 'answers'?")]
    [TestCase("samples", """{"id": "a", "messages": [{"role": "system", "content": "x"}]}""", "\"system\" is not allowed")]
    [TestCase("samples", """{"id": "a", "evidence": [{"quote": "q"}]}""", "'document' is missing")]
    [TestCase("samples", """{"id": "a", "tags": {"hops": 2}}""", "2 is a whole number")]
    [TestCase("prices", """{"date": "1.11.2026", "source": "s", "currency": "USD", "models": {"m": {"input": 1, "output": 1}}}""", "\"1.11.2026\" does not fit")]
    [TestCase("prices", """{"date": "2026-11-01", "source": "s", "currency": "EUR", "models": {"m": {"input": 1, "output": 1}}}""", "Expected \"USD\"")]
    [TestCase("prices", """{"date": "2026-11-01", "source": "s", "currency": "USD", "models": {"m": {"input": -1, "output": 1}}}""", "-1 is out of range")]
    [TestCase("prices", """{"date": "2026-11-01", "source": "s", "currency": "USD", "models": {}}""", "0 keys are too few")]
    [TestCase("experiment", """{"name": "e", "dataset": "d", "baseline": "rag", "pipelines": {}}""", "0 keys are too few")]
    [TestCase("experiment", """{"name": "e", "dataset": "d", "baseline": "a b", "pipelines": {"a b": {"model": {"provider": "x"}}}}""", "the key \"a b\" does not fit")]
    [TestCase("experiment", """{"name": "e", "dataset": "d", "baseline": "r", "pipelines": {"r": {"modle": {}}}}""", "Did you mean 'model'?")]
    [TestCase("training", """{"messages": [{"role": "user", "content": "How?"}]}""", "1 items are too few")]
    [TestCase("training", """{"messages": [{"role": "user", "content": "a"}, {"role": "user", "content": "b"}]}""", "0 items are of the kind asked for")]
    [TestCase("hooks", """{"aliases": {"production": {"on_promote": {"command": []}}}}""", "0 items are too few")]
    [TestCase("hooks", """{"aliases": {"a@b": {"serves": {"url": "http://x"}}}}""", "does not fit")]
    [TestCase("checkpoint-registry", """{"sequence": 1, "kind": "approve"}""", "\"approve\" is not allowed")]
    [TestCase("front-matter", """{"title": "A"}""", "'id' is missing")]
    [TestCase("front-matter", """{"id": "a", "updated": "2026-13-01"}""", "does not fit")]
    [TestCase("run", """{"id": "r"}""", "'manifest_hash' is missing")]
    public void A_bad_instance_is_not_valid(string name, string json, string message) =>
        Assert.That(Errors(name, json).Select(e => e.Message), Has.Some.Contains(message));

    [Test]
    public void A_manifest_as_it_is_written_is_valid()
    {
        PipelineSpec pipeline = new("rag", "chat", "/x", new JsonObject { ["model"] = new JsonObject() }, new Dictionary<string, string> { ["corpus"] = "c" });
        RunManifest manifest = new()
        {
            Command = "evalharness run experiment.yaml",
            Id = "20261123-1",
            Name = "helpdesk",
            ManifestHash = "h",
            StartedAt = DateTimeOffset.UnixEpoch,
            FinishedAt = DateTimeOffset.UnixEpoch,
            ExperimentFile = "/x/experiment.yaml",
            Dataset = new DatasetRecord("samples.jsonl", "h", "test", 400, 50),
            Hashes = new Dictionary<string, string> { ["experiment"] = "h" },
            Pipelines = [pipeline],
            Baseline = "rag",
            Options = new RunOptions(),
            WorkItems = 400,
            Environment = new EnvironmentRecord("0.1.0", ".NET 10", "Linux", 2, "c", true, new Dictionary<string, string>()),
        };

        RunManifest stopped = manifest with
        {
            FinishedAt = null,
            Stops = [new RunStop(StopCause.Endpoint, "rag", "main: 401"), new RunStop(StopCause.Budget, null, "The budget."), new RunStop(StopCause.Outage, null, "503") { Scorer = "strict", Left = ["tone rubric/1"] }],
            Preparation =
            [
                new PreparationEntry("dense index", "embed", new TokenUsage(900, 0), TimeSpan.FromSeconds(90), DateTimeOffset.UnixEpoch, FromCache: false),
                new PreparationEntry("part of an index", "embed", null, TimeSpan.FromSeconds(1), DateTimeOffset.UnixEpoch, FromCache: false)
                {
                    Calls = [Call, Call with { FromCache = true, Tries = [] }],
                    IsUnfinished = true,
                },
                new PreparationEntry("another", null, null, TimeSpan.FromDays(1), DateTimeOffset.UnixEpoch, FromCache: true),
            ],
            Options = new RunOptions { ArrivalRate = 2.5, DeadlineSeconds = 60, BudgetUsd = 1.5m, Cache = "off" },
            Pipelines = [pipeline with { Endpoints = new Dictionary<string, EndpointOptions> { ["main"] = new() { Provider = "openai", KeyEnv = "KEY", Limits = new LimitOptions { Rpm = 60 } } } }],
        };

        Assert.That(Errors("run", JsonSerializer.Serialize(manifest, RunJson.Indented)), Is.Empty);
        Assert.That(Errors("run", JsonSerializer.Serialize(stopped, RunJson.Indented)), Is.Empty);
        Assert.That(Errors("run", JsonSerializer.Serialize(manifest with { FinishedAt = null }, RunJson.Indented)), Is.Empty);
    }

    private static ModelCall Call => new()
    {
        Kind = "embedding",
        Endpoint = "main",
        Model = "embed",
        Usage = new TokenUsage(900, 0) { CacheWriteHour = 1, Queries = 1 },
        FirstToken = TimeSpan.FromSeconds(0.5),
        Tries = [new Try(DateTimeOffset.UnixEpoch, TimeSpan.Zero, TimeSpan.FromSeconds(1), "429", "slow down"), new Try(DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), Try.Succeeded, null)],
    };

    private static IEnumerable<string> Names() => typeof(InputSchemas).Assembly.GetManifestResourceNames()
        .Where(n => n.EndsWith(".schema.json", StringComparison.Ordinal) && !n.Contains("Draft202012", StringComparison.Ordinal))
        .Select(n => n["EvalHarness.Schemas.".Length..^".schema.json".Length]);

    private static IReadOnlyList<SchemaError> Errors(string name, string json) => InputSchemas.Named(name).Validate(JsonDocument.Parse(json).RootElement);
}
