using System.Text.Json.Nodes;
using EvalHarness.Diagnosis;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Remedies;

namespace EvalHarness.Tests.Experiments.Remedies;

internal sealed class RemedyRulesTests
{
    private const string Yaml =
        """
        name: small
        dataset: samples.jsonl
        corpus: new
        baseline: base
        answer: { schema: answer.schema.json }
        endpoints: { models: { provider: openai, url: "http://127.0.0.1:1" } }
        checkpoints:
          tuned@1: { train: train.jsonl, corpus: old }
          tuned@2: { train: train.jsonl, corpus: new }
        pipelines:
          base: { model: { provider: embedded, name: untuned, abstain_below: 0.4 } }
          rag: { model: { endpoint: models, name: m }, retrieval: { corpus: old, passages: 4 } }
          ranked: { model: { endpoint: models, name: m, response_format: json_schema }, retrieval: { corpus: new, rerank: proximity, chunk: { by: sections }, passages: 30, candidates: 50 } }
          oracle: { model: { endpoint: models, name: m }, retrieval: { corpus: new, oracle: true } }
          tuned: { model: { provider: embedded, checkpoint: tuned@1 } }
          tuned-new: { model: { provider: embedded, checkpoint: tuned@2 } }
          service: { kind: http, version: "1", url: "http://127.0.0.1:1/ask", body: { question: "{{question}}" }, reply: { answer: answer } }
        """;

    private TemporaryFolder folder = null!;
    private Experiment experiment = null!;

    [SetUp]
    public void Start()
    {
        folder = new TemporaryFolder();
        folder.Write("samples.jsonl", "");
        folder.Write("train.jsonl", "");
        folder.Write("answer.schema.json", """{"type": "object"}""");
        folder.Write("old/a.md", "");
        folder.Write("new/a.md", "");
        experiment = ExperimentReader.Read(folder.Write("experiment.yaml", Yaml));
    }

    [TearDown]
    public void Remove() => folder.Dispose();

    [TestCase("oracle-passages", "rag", """{"retrieval.oracle":true}""")]
    [TestCase("oracle-passages", "base", """{"retrieval":{"corpus":"new","oracle":true}}""")]
    [TestCase("more-passages", "rag", """{"retrieval.passages":8}""")]
    [TestCase("more-passages", "ranked", """{"retrieval.passages":50}""")]
    [TestCase("rerank-on", "rag", """{"retrieval.rerank":"proximity"}""")]
    [TestCase("more-candidates", "ranked", """{"retrieval.candidates":200}""")]
    [TestCase("other-chunks", "rag", """{"retrieval.chunk.by":"sections"}""")]
    [TestCase("other-chunks", "ranked", """{"retrieval.chunk.by":"sentences"}""")]
    [TestCase("newer-corpus", "rag", """{"retrieval.corpus":"new"}""")]
    [TestCase("newer-checkpoint", "tuned", """{"model.checkpoint":"tuned@2"}""")]
    [TestCase("decline-less", "base", """{"model.abstain_below":0.2}""")]
    [TestCase("decline-more", "base", """{"model.abstain_below":0.7}""")]
    [TestCase("strict-format", "rag", """{"model.response_format":"json_schema"}""")]
    public void A_rule_changes_one_thing(string rule, string pipeline, string settings)
    {
        var change = Change(rule, pipeline)!;

        Assert.That(change.Obstacle, Is.Null);
        Assert.That(JsonNode.DeepEquals(new JsonObject(change.Settings.Select(s => KeyValuePair.Create(s.Key, s.Value?.DeepClone()))), JsonNode.Parse(settings)), Is.True, string.Join(", ", change.Settings));
    }

    [TestCase("oracle-passages", "oracle", "gold passages already")]
    [TestCase("oracle-passages", "service", "not put together here")]
    [TestCase("more-passages", "service", "not set here")]
    [TestCase("rerank-on", "ranked", "already (rerank: proximity)")]
    [TestCase("more-candidates", "rag", "without a re-ranker")]
    [TestCase("newer-corpus", "ranked", "none newer")]
    [TestCase("newer-checkpoint", "tuned-new", "no checkpoint of tuned was trained on newer facts than tuned@2")]
    [TestCase("decline-more", "tuned", "no setting says when it declines")]
    [TestCase("strict-format", "ranked", "asked for the schema already")]
    [TestCase("strict-format", "base", "takes no response format")]
    [TestCase("ask-again", "rag", "mends an error")]
    public void A_rule_that_cannot_be_tried_says_why_and_what_to_supply(string rule, string pipeline, string why)
    {
        var change = Change(rule, pipeline)!;

        Assert.That(change.Obstacle, Does.Contain(why));
        Assert.That(change.Mend, Is.Not.Empty);
        Assert.That(change.Settings, Is.Empty);
    }

    [TestCase("more-passages", "base")]
    [TestCase("other-chunks", "oracle")]
    [TestCase("newer-corpus", "tuned")]
    [TestCase("newer-checkpoint", "rag")]
    [TestCase("nearest-training-rows", "base")]
    public void A_rule_does_not_speak_of_a_pipeline_that_has_nothing_of_the_kind(string rule, string pipeline)
    {
        Assert.That(Change(rule, pipeline), Is.Null);
    }

    [Test]
    public void Training_rows_are_listed_from_the_file_of_the_checkpoint()
    {
        Assert.That(Change("nearest-training-rows", "tuned")!.TrainFile, Is.EqualTo(folder["train.jsonl"]));
    }

    [TestCaseSource(typeof(Fault), nameof(Fault.All))]
    public void Every_fault_has_a_remedy(Fault fault)
    {
        Assert.That(RemedyRules.For(fault), Is.Not.Empty);
    }

    [Test]
    public void Faults_are_the_causes_of_samples_csv_and_stale_answers()
    {
        Assert.That(Fault.All.Select(f => f.Id), Is.EqualTo(new[]
        {
            "pipeline-error", "answered-unanswerable", "retriever-missed", "ranked-below-cut", "over-refused", "contradicted", "unsupported", "evidence-unused", "format-only", "unattributed", "stale-answer",
        }));
        Assert.That(Fault.Of(Cause.RetrieverMissed), Is.EqualTo(Fault.All[2]));
    }

    private RemedyChange? Change(string rule, string pipeline) =>
        RemedyRules.All.Single(r => r.Name == rule).Change(new RemedySubject(experiment.Pipelines.Single(p => p.Name == pipeline), experiment));
}
