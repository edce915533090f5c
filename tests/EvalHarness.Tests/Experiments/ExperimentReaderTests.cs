using EvalHarness.Comparisons;
using EvalHarness.Experiments;
using EvalHarness.Inputs;
using EvalHarness.Tests.Inputs;

namespace EvalHarness.Tests.Experiments;

public class ExperimentReaderTests
{
    private const string Yaml = """
        name: helpdesk
        description: Compares.
        dataset: samples.jsonl
        split: dev
        corpus: corpus/2026-09
        answer:
          schema: answer.schema.json
          text: answer
          citations: citations
          abstention: ["does not cover this"]
        prices: prices.yaml
        baseline: rag
        seed: 20261123
        run: { concurrency: 1, repeats: 3, timeout_seconds: 20, warm_up: 0 }
        retrieval_k: 7
        badges:
          latency: { badge: not_meaningful, why: "Small models." }
        checkpoints:
          helpdesk@2026-03: { train: train.jsonl, corpus: corpus/2026-09, seed: 4 }
        pipelines:
          rag:
            model: { provider: embedded, price_as: gpt, abstain_below: 0.3 }
            prompt: rag.md
            retrieval:
              corpus: corpus/2026-09
              chunk: { tokens: 100, overlap: 20 }
              passages: 3
          fine-tuned@2026.03:
            kind: chat
            model: { provider: embedded, checkpoint: helpdesk@2026-03 }
        """;

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TemporaryFolder();
        folder.Write("answer.schema.json", "{}");
        foreach (var name in new[] { "samples.jsonl", "prices.yaml", "train.jsonl", "rag.md", "corpus/2026-09/a.md" })
            folder.Write(name, "");
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Every_key_is_read()
    {
        var experiment = Read(Yaml);

        Assert.That(experiment.Name, Is.EqualTo("helpdesk"));
        Assert.That(experiment.Description, Is.EqualTo("Compares."));
        Assert.That(experiment.File, Is.EqualTo(folder["experiment.yaml"]));
        Assert.That(experiment.Folder, Is.EqualTo(folder.FullPath));
        Assert.That(experiment.Resolve(experiment.Dataset), Is.EqualTo(folder["samples.jsonl"]));
        Assert.That(experiment.Split, Is.EqualTo("dev"));
        Assert.That(experiment.Corpus, Is.EqualTo("corpus/2026-09"));
        Assert.That(experiment.Answer.Abstention, Is.EqualTo(["does not cover this"]));
        Assert.That(experiment.Prices, Is.EqualTo(["prices.yaml"]));
        Assert.That(experiment.Baseline, Is.EqualTo("rag"));
        Assert.That(experiment.Seed, Is.EqualTo(20261123));
        Assert.That((experiment.Run.Concurrency, experiment.Run.Repeats, experiment.Run.TimeoutSeconds, experiment.Run.WarmUp), Is.EqualTo(((int?)1, 3, 20.0, 0)));
        Assert.That(experiment.RetrievalK, Is.EqualTo(7));
        Assert.That(experiment.Badges, Is.EqualTo([new FamilyBadge("latency", Badge.NotMeaningful, "Small models.")]));
        Assert.That(experiment.Checkpoints["helpdesk@2026-03"], Is.EqualTo(new CheckpointRecipe { Train = "train.jsonl", Corpus = "corpus/2026-09", Seed = 4 }));
    }

    [Test]
    public void Pipelines_keep_their_order_and_their_settings()
    {
        var pipelines = Read(Yaml).Pipelines;

        Assert.That(pipelines.Select(p => (p.Name, p.Kind, p.Folder, p.ContentHashes.Count)), Is.EqualTo([("rag", "chat", folder.FullPath, 0), ("fine-tuned@2026.03", "chat", folder.FullPath, 0)]));
        Assert.That((double)pipelines[0].Settings["model"]!["abstain_below"]!, Is.EqualTo(0.3));
        Assert.That((int)pipelines[0].Settings["retrieval"]!["chunk"]!["overlap"]!, Is.EqualTo(20));
    }

    [Test]
    public void What_is_left_out_has_its_default()
    {
        var experiment = Read("name: e\ndataset: samples.jsonl\nbaseline: a\npipelines:\n  a:\n    model: { provider: embedded }\n");

        Assert.That((experiment.Split, experiment.Seed, experiment.RetrievalK, experiment.Run.Concurrency), Is.EqualTo(("test", 1, 5, (int?)null)));
        Assert.That((experiment.Corpus, experiment.Prices.Count, experiment.Answer.Schema), Is.EqualTo(((string?)null, 0, (string?)null)));
        Assert.That(experiment.Badges, Is.Empty);
    }

    [TestCase("seed: 20261123", "sede: 20261123", "experiment.yaml:13:1: unknown key 'sede'. Did you mean 'seed'? Known: name,")]
    [TestCase("baseline: rag", "baseline: rga", "experiment.yaml:12:11: baseline: there is no pipeline 'rga'. Did you mean 'rag'? Pipelines: rag, fine-tuned@2026.03.")]
    [TestCase("concurrency: 1", "concurrency: one", "experiment.yaml:14:21: run.concurrency: \"one\" is text. Expected a whole number.")]
    [TestCase("concurrency: 1", "concurrency: \"1\"", "experiment.yaml:14:21: run.concurrency: \"1\" is text. Expected a whole number.")]
    [TestCase("concurrency: 1", "concurrency: 0", "experiment.yaml:14:21: run.concurrency: 0 is out of range. Expected at least 1.")]
    [TestCase("concurrency: 1", "seed: 1", "experiment.yaml:14:8: run: unknown key 'seed'. Known: concurrency, repeats, timeout_seconds, warm_up, arrival_rate, deadline_seconds, budget_usd, cache.")]
    [TestCase("concurrency: 1", "concurrency: 1, arrival_rate: 2", "experiment.yaml:14:38: run: concurrency and arrival_rate exclude one another. Keep concurrency for")]
    [TestCase("badge: not_meaningful", "badge: not-meaningful", "badges.latency.badge: \"not-meaningful\" is not allowed. Did you mean 'not_meaningful'? Allowed: ")]
    [TestCase("  latency:", "  latencies:", "badges: unknown key 'latencies'. Did you mean 'latency'?")]
    [TestCase("dataset: samples.jsonl", "dataset: sample.jsonl", "experiment.yaml:3:10: 'sample.jsonl': the file does not exist. Did you mean 'samples.jsonl'? Check the path. Paths start at")]
    [TestCase("prices: prices.yaml", "prices: no/prices.yaml", "experiment.yaml:11:9: 'no/prices.yaml': the file does not exist, nor does its folder.")]
    [TestCase("prompt: rag.md", "prompt: corpus", "'corpus': this is a folder. Name a file in it.")]
    [TestCase("corpus: corpus/2026-09\nanswer", "corpus: corpus/2027\nanswer", "experiment.yaml:5:9: 'corpus/2027': the folder does not exist.")]
    [TestCase("train: train.jsonl", "train: x.jsonl", "experiment.yaml:19:30: 'x.jsonl': the file does not exist.")]
    [TestCase("overlap: 20", "overlap: 100", "experiment.yaml:26:38: an overlap of 100 in windows of 100 tokens. Make the overlap smaller")]
    [TestCase("{ tokens: 100, overlap: 20 }", "{ tokens: 30 }", "experiment.yaml:26:14: an overlap of 40 in windows of 30 tokens.")]
    [TestCase("passages: 3", "candidates: 2", "4 passages out of 2 candidates. Ask for at most as many")]
    [TestCase("kind: chat", "kind: chats", "\"chats\" is not allowed. Did you mean 'chat'?")]
    [TestCase("provider: embedded, checkpoint", "providr: embedded, checkpoint", "pipelines.fine-tuned@2026.03.model: 'provider' is missing. Add 'provider'.")]
    [TestCase("name: helpdesk", "name: *helpdesk", "experiment.yaml:1:7: the alias *helpdesk. Aliases are not read")]
    [TestCase("name: helpdesk", "name: [helpdesk", "not YAML")]
    public void A_mistake_says_where_what_and_how_to_mend_it(string right, string wrong, string message)
    {
        var mistaken = Yaml.Replace(right, wrong, StringComparison.Ordinal);

        Assert.That(mistaken, Is.Not.EqualTo(Yaml));
        Assert.That(() => Read(mistaken), Throws.TypeOf<InputException>().With.Message.Contains(message));
    }

    [Test]
    public void A_wrong_answer_schema_is_reported_in_its_own_file()
    {
        folder.Write("answer.schema.json", "{\"type\": 1}");

        Assert.That(() => Read(Yaml), Throws.TypeOf<InputException>().With.Message.Contains("answer.schema.json:1:10: type: "));
    }

    [Test]
    public void Several_mistakes_are_reported_at_once() =>
        Assert.That(() => Read("name: 1\nbaselin: a\n"), Throws.TypeOf<InputException>().With.Property(nameof(InputException.Problems)).Count.EqualTo(5));

    [Test]
    public void An_empty_file_is_called_empty() =>
        Assert.That(() => Read("# only a comment\n"), Throws.TypeOf<InputException>().With.Message.Contains("nothing is in it. Write what docs/schemas/experiment.schema.json describes."));

    [Test]
    public void Overrides_replace_what_the_file_says()
    {
        var experiment = Read(Yaml, "run.concurrency=4", "pipelines.rag.retrieval.passages=6", "pipelines.fine-tuned@2026.03.model.abstain_below=0.5", "answer.abstention=[no, \"1\"]", "description=");

        Assert.That(experiment.Description, Is.Null);
        Assert.That(experiment.Run.Concurrency, Is.EqualTo(4));
        Assert.That(experiment.Run.Repeats, Is.EqualTo(3));
        Assert.That((int)experiment.Pipelines[0].Settings["retrieval"]!["passages"]!, Is.EqualTo(6));
        Assert.That((double)experiment.Pipelines[1].Settings["model"]!["abstain_below"]!, Is.EqualTo(0.5));
        Assert.That(experiment.Answer.Abstention, Is.EqualTo(["no", "1"]));
    }

    [Test]
    public void An_override_makes_the_keys_above_it()
    {
        var experiment = Read(Yaml, "pipelines.fine-tuned@2026.03.retrieval.corpus=corpus/2026-09");

        Assert.That((string?)experiment.Pipelines[1].Settings["retrieval"]!["corpus"], Is.EqualTo("corpus/2026-09"));
    }

    [TestCase("run.concurrency=many", "--set run.concurrency=many: run.concurrency: \"many\" is text. Expected a whole number.")]
    [TestCase("run={ repeats: x }", "--set run={ repeats: x }: run.repeats: \"x\" is text.")]
    [TestCase("runn.concurrency=4", "--set runn.concurrency=4: unknown key 'runn'. Did you mean 'run'?")]
    [TestCase("name.short=x", "--set name.short=x: 'name' holds no keys. Set it as a whole.")]
    [TestCase("baseline=none", "--set baseline=none: baseline: there is no pipeline 'none'.")]
    [TestCase("baseline", "--set baseline: this is no setting. Write --set key.path=value")]
    [TestCase("name=[a", "--set name=[a: '[a' is not a YAML value")]
    public void A_wrong_override_is_named(string setting, string message) =>
        Assert.That(() => Read(Yaml, setting), Throws.TypeOf<InputException>().With.Message.Contains(message));

    [Test]
    public void The_hash_follows_what_is_said_and_not_how_it_is_written_or_run()
    {
        var hash = Read(Yaml).Hash;

        Assert.That(Read($"# a comment\n{Yaml}").Hash, Is.EqualTo(hash));
        Assert.That(Read(Yaml, "run.concurrency=4").Hash, Is.EqualTo(hash));
        Assert.That(Read(Yaml, "seed=2").Hash, Is.Not.EqualTo(hash));
        Assert.That(Read(Yaml, "seed=2").Hash, Is.EqualTo(Read(Yaml.Replace("seed: 20261123", "seed: 2", StringComparison.Ordinal)).Hash));
    }

    private Experiment Read(string yaml, params string[] overrides) => ExperimentReader.Read(folder.Write("experiment.yaml", yaml), overrides);
}
