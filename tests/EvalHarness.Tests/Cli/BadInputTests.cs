namespace EvalHarness.Tests.Cli;

/// <summary>Whatever is wrong with what people wrote: a message with place and mend, exit 3, and nothing written.</summary>
internal sealed class BadInputTests
{
    private CommandLine cli = null!;

    [SetUp]
    public void Start() => cli = new CommandLine();

    [TearDown]
    public void Remove() => cli.Dispose();

    [Test]
    public async Task A_missing_experiment()
    {
        var result = await cli.RunAsync("run", cli.Folder["none.yaml"], "--out", cli.Reports);

        Refused(result, "none.yaml: ", "Check the path");
    }

    [TestCase("name: small\n  dataset: [", "experiment.yaml:2:")]
    [TestCase("", "experiment.yaml: nothing is in it")]
    public async Task Wrong_YAML(string yaml, string message)
    {
        cli.Folder.Write("experiment.yaml", yaml);

        Refused(await cli.EvaluateAsync(), message);
    }

    [Test]
    public async Task An_unknown_key()
    {
        cli.Folder.Write("experiment.yaml", CommandLine.Yaml.Replace("corpus: corpus\n", "corpsu: corpus\n", StringComparison.Ordinal));

        Refused(await cli.EvaluateAsync(), "experiment.yaml:3:1: ", "Did you mean 'corpus'?");
    }

    [Test]
    public async Task A_bad_line_in_the_dataset()
    {
        cli.Folder.Write("samples.jsonl", CommandLine.Line("s1") + "{\"id\": \"s2\", \"question\"\n");

        Refused(await cli.EvaluateAsync(), "samples.jsonl:2:");
    }

    [Test]
    public async Task An_id_that_stands_twice()
    {
        cli.Folder.Write("samples.jsonl", CommandLine.Line("s1") + CommandLine.Line("s1"));

        Refused(await cli.EvaluateAsync(), "samples.jsonl:2:", "the id 's1' stands in line 1 too", "Give each sample an id of its own");
    }

    [Test]
    public async Task Evidence_that_is_not_in_the_corpus()
    {
        cli.Folder.Write("samples.jsonl", CommandLine.Line("s1", quote: "A reset link is valid for 60 minutes."));

        Refused(await cli.EvaluateAsync(), "samples.jsonl:1:", "password-reset");
    }

    [Test]
    public async Task An_unknown_pipeline() =>
        Refused(await cli.EvaluateAsync("--pipelines", "rga"), "--pipelines: there is no pipeline 'rga'", "Did you mean 'rag'? There are: base, rag.");

    [Test]
    public async Task A_corpus_that_cannot_be_read()
    {
        cli.Folder.Write("corpus/other.md", [0xFF, 0xFE, 0x00]);

        Refused(await cli.EvaluateAsync(), "other.md");
    }

    [Test]
    public async Task A_split_that_holds_nothing() => Refused(await cli.EvaluateAsync("--split", "dev"), "no sample is in split 'dev'", "Splits in the file: test.");

    [TestCase("model.name=gpt", "the embedded provider has no model 'gpt'", "name: untuned")]
    [TestCase("model.provider=openai", "the model names no endpoint", "endpoint: in place of provider:")]
    [TestCase("model.checkpoint=none@1", "none@1", "")]
    [TestCase("retrieval.index=vector", "\"vector\" is not allowed", "Allowed: \"keyword\", \"dense\", \"hybrid\".")]
    [TestCase("retrieval.rerank=magic", "magic", "proximity")]
    public async Task A_pipeline_that_cannot_be_built(string setting, string found, string mend)
    {
        Refused(await cli.EvaluateAsync("--set", $"pipelines.rag.{setting}"), found, mend);
        Refused(await cli.RunAsync("validate", cli.Experiment, "--set", $"pipelines.rag.{setting}"), found, mend);
    }

    [Test]
    public async Task A_setting_that_leads_nowhere() => Refused(await cli.EvaluateAsync("--set", "run.concurency=2"), "--set run.concurency=2", "Did you mean 'concurrency'?");

    [Test]
    public async Task Nothing_is_trained_for_an_experiment_that_cannot_run()
    {
        cli.Folder.Write("train.jsonl", "{\"messages\": []}\n");
        cli.Folder.Write("experiment.yaml", CommandLine.Yaml + "\n  tuned: { model: { provider: embedded, checkpoint: small@1 } }\ncheckpoints:\n  small@1: { train: train.jsonl, corpus: corpus }\n");
        cli.Folder.Write("samples.jsonl", "{}\n");

        Refused(await cli.EvaluateAsync(), "samples.jsonl:1:");
        Assert.That(cli.Folder["checkpoints"], Does.Not.Exist);
    }

    [TestCase("report")]
    [TestCase("score")]
    [TestCase("compare")]
    public async Task A_run_that_is_not_there(string verb) =>
        Refused(await cli.RunAsync(verb, "20260101-000000-none", "--out", cli.Reports), "20260101-000000-none: no run is there", "run.json");

    [Test]
    public async Task A_reports_folder_that_cannot_be_made()
    {
        var file = cli.Folder.Write("file", "");

        var result = await cli.RunAsync("run", cli.Experiment, "--out", file);

        Refused(result, "no run can be written there", "--out");
    }

    [Test]
    public async Task A_resumed_run_that_was_made_from_other_things()
    {
        await cli.EvaluateAsync();
        var before = Directory.GetDirectories(cli.Reports);

        var result = await cli.EvaluateAsync("--resume", cli.Run, "--limit", "2");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("--resume: run").And.Contains("made from other things").And.Contains("start a new run"));
        Assert.That(Directory.GetDirectories(cli.Reports), Is.EqualTo(before));
    }

    [Test]
    public async Task A_baseline_that_the_run_does_not_have()
    {
        await cli.EvaluateAsync();

        var result = await cli.OnRunAsync("compare", "--baseline", "rga");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("--baseline: there is no pipeline 'rga'. Did you mean 'rag'?"));
    }

    [Test]
    public async Task A_retry_of_a_pipeline_that_has_changed_since()
    {
        await cli.EvaluateAsync();
        cli.Folder.Write("experiment.yaml", CommandLine.Yaml.Replace("retrieval: { corpus: corpus }", "retrieval: { corpus: corpus, passages: 2 }", StringComparison.Ordinal));

        var result = await cli.OnRunAsync("retry", "--failed");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("changed since the run: rag. Attempts of one run must be of one system"));
    }

    private void Refused(CliResult result, params string[] parts)
    {
        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
        Assert.That(result.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(1).And.All.StartWith("error: "));
        foreach (var part in parts)
            Assert.That(result.Error, Does.Contain(part));
        Assert.That(result.Output, Is.Empty);
        Assert.That(cli.Reports, Does.Not.Exist);
    }
}
