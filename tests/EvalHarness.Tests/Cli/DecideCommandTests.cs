using System.Text.Json.Nodes;
using EvalHarness.Cli;

namespace EvalHarness.Tests.Cli;

public sealed class DecideCommandTests
{
    private const string Pipelines =
        """
        name: small
        dataset: samples.jsonl
        corpus: corpus
        baseline: one
        decision: decision.yaml
        run: { warm_up: 0 }
        pipelines:
          one: { model: { provider: embedded, name: untuned } }
          two: { model: { provider: embedded, name: untuned }, retrieval: { corpus: corpus } }
        """;

    private const string Studies =
        """
        arms: { prompted: one, rag: two }
        study_split: test
        studies:
          passages: { pipelines: [two], vary: { retrieval.passages: [1] } }
          wording: { pipelines: [two], vary: { rewording: [null, typos] } }

        """;

    private CommandLine line = null!;

    [SetUp]
    public void Make()
    {
        line = new CommandLine();
        line.Folder.Write("experiment.yaml", Pipelines);
        line.Folder.Write("decision.yaml", "arms: { prompted: one, rag: two }\n");
        line.Folder.Write("samples.jsonl", string.Concat(Enumerable.Range(0, 8).Select(i => CommandLine.Line($"s{i}"))));
    }

    [TearDown]
    public void Remove() => line.Dispose();

    [Test]
    public async Task An_experiment_is_run_and_decided_and_the_second_time_only_decided()
    {
        var first = await DecideAsync();
        var second = await DecideAsync();

        Assert.That(first.ExitCode, Is.EqualTo(ExitCode.Done), first.Error);
        Assert.That(Directory.GetDirectories(line.Reports), Has.Length.EqualTo(1));
        Assert.That(second.Output, Is.EqualTo(first.Output));
        Assert.That(second.Error, Does.Contain("the newest run of this experiment"));
    }

    [Test]
    public async Task A_decision_leaves_its_evidence_beside_the_run()
    {
        await DecideAsync();

        Assert.That(File.ReadAllText(Path.Combine(line.Run, "decision.md")), Does.Contain("| Right answers |"));
        Assert.That(File.ReadAllLines(Path.Combine(line.Run, "decision.csv"))[0], Does.StartWith("run,criterion,verdict,leaders"));
        Assert.That(File.ReadAllText(Path.Combine(line.Run, "index.html")), Does.Contain("RAG, fine-tuning, or both?"));
    }

    [Test]
    public async Task Json_has_the_matrix_and_who_stands_for_whom()
    {
        var result = JsonNode.Parse((await DecideAsync("--format", "json")).Output)!;

        Assert.That(result["arms"]!["rag"]!.GetValue<string>(), Is.EqualTo("two"));
        Assert.That(result["matrix"]!.AsArray().Select(r => r!["criterion"]!.GetValue<string>()), Does.Contain("quality").And.Contain("cost"));
        Assert.That(result["recommended"], Is.Null);
    }

    [Test]
    public async Task Another_decision_file_is_taken_in_place_of_the_experiments()
    {
        await DecideAsync();
        line.Folder.Write("other.yaml", "arms: { prompted: one, rag: two }\nmust_cite: 0.5\n");

        var result = await line.RunAsync("decide", line.Run, "--decision", line.Folder["other.yaml"]);

        Assert.That(result.Output, Does.Contain("must_cite, RAG:"));
    }

    [Test]
    public async Task One_way_of_answering_is_nothing_to_decide_between()
    {
        line.Folder.Write("experiment.yaml", CommandLine.Yaml);

        var result = await line.RunAsync("decide", line.Experiment, "--out", line.Reports);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Invalid));
        Assert.That(result.Error, Does.Contain("fewer than two ways of answering").And.Contain("arms:"));
    }

    [Test]
    public async Task A_decision_file_that_names_no_pipeline_is_found_before_anything_runs()
    {
        line.Folder.Write("decision.yaml", "arms: { rag: three }\n");

        var result = await DecideAsync();

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Invalid));
        Assert.That(result.Error, Does.Contain("arms.rag names 'three'").And.Contain("one, two"));
        Assert.That(Directory.Exists(line.Reports), Is.False);
    }

    [Test]
    public async Task Studies_of_the_decision_file_are_made_once_beside_the_run()
    {
        line.Folder.Write("decision.yaml", Studies);
        var first = await DecideAsync();
        var second = await DecideAsync();

        Assert.That(first.ExitCode, Is.EqualTo(ExitCode.Done), first.Error);
        Assert.That(first.Output, Does.Contain("Passages given to the model: two").And.Contain("Over 2 wordings"));
        Assert.That(second.Output, Is.EqualTo(first.Output));
        Assert.That(second.Error, Does.Contain("has been made from the same things"));
        Assert.That(Directory.GetDirectories(Path.Combine(line.Run, "studies")), Has.Length.EqualTo(1));
        Assert.That(File.ReadAllLines(Path.Combine(line.Run, "studies.csv")), Has.Some.Contains(",passages,two,passages.two.passages-1,1,false,answer-correctness,"));
        Assert.That(File.ReadAllText(Path.Combine(line.Run, "index.html")), Does.Contain("Brittleness: reworded prompts and questions"));
        Assert.That(File.Exists(Path.Combine(line.Run, "charts", "studies.svg")), Is.True);
    }

    [Test]
    public async Task Other_studies_are_made_anew_and_none_where_they_are_left_out()
    {
        line.Folder.Write("decision.yaml", Studies);
        await DecideAsync("--no-studies");
        Assert.That(File.Exists(Path.Combine(line.Run, "studies.json")), Is.False);
        await DecideAsync();
        line.Folder.Write("decision.yaml", Studies.Replace("[1]", "[1, 2]", StringComparison.Ordinal));

        var result = await DecideAsync();

        Assert.That(result.Error, Does.Contain("studies: 5 points"));
        Assert.That(File.ReadAllText(Path.Combine(line.Run, "studies.csv")), Does.Contain("passages.two.passages-2"));
    }

    [Test]
    public async Task A_run_that_decides_makes_the_studies_too_and_a_part_of_it_does_not()
    {
        line.Folder.Write("decision.yaml", Studies);
        var part = await line.RunAsync("run", line.Experiment, "--out", line.Folder["part"], "--limit", "3", "--decide");
        var whole = await line.RunAsync("run", line.Experiment, "--out", line.Reports, "--decide");

        Assert.That(part.Error, Does.Contain("no study was made"));
        Assert.That(whole.ExitCode, Is.EqualTo(ExitCode.Done), whole.Error);
        Assert.That(File.Exists(Path.Combine(line.Run, "studies.json")), Is.True);
    }

    private Task<CliResult> DecideAsync(params string[] more) => line.RunAsync(["decide", line.Experiment, "--out", line.Reports, .. more]);
}
