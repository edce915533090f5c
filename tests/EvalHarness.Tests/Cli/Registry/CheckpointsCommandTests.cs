using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Checkpoints;

namespace EvalHarness.Tests.Cli.Registry;

/// <summary>The verbs of checkpoints, on real runs, verdicts and files.</summary>
internal sealed class CheckpointsCommandTests
{
    private const string Base = "  base: { model: { provider: embedded, name: untuned } }";
    private const string Current = "  current: { model: { endpoint: local, checkpoint: production } }";

    private ServedExperiment given = null!;

    [SetUp]
    public async Task Set_up()
    {
        given = await ServedExperiment.StartAsync();
        await given.RegisterAsync(1);
        await given.RegisterAsync(2);
    }

    [TearDown]
    public async Task Tear_down() => await given.DisposeAsync();

    [Test]
    public async Task A_checkpoint_is_gated_promoted_asked_for_by_its_alias_and_rolled_back()
    {
        given.Use(Base, "  tuned: { model: { endpoint: local, checkpoint: support@1 } }");
        var first = await given.PromoteAsync("support@1", "--gate", await given.GateAsync());
        Assert.That(first.ExitCode, Is.Zero, first.Error);
        Assert.That(first.Output, Does.Contain("production: nothing → support@1 (promoted on run"));

        given.Use(Current, "  tuned: { model: { endpoint: local, checkpoint: support@2 } }");
        var run = await given.GateAsync("--candidate", "checkpoint:support@2", "--baseline", "checkpoint:production");
        Assert.That(given.Runs[^1].Notes, Has.Some.StartsWith("Pipeline 'current': checkpoint production is support@1 (entry 3 of the registry"));
        Assert.That(given.Runs[^1].Pipelines[0].Settings["model"]!.ToJsonString(), Is.EqualTo("""{"endpoint":"local","checkpoint":"support@1","name":"ft:support:1"}"""));

        var second = await given.PromoteAsync("support@2", "--gate", given.Folder[$"reports/{run}/gate.json"], "--by", "grace");
        Assert.That(second.ExitCode, Is.Zero, second.Error);
        var drill = await given.CheckpointsAsync("rollback", "--drill");
        Assert.That(drill.ExitCode, Is.Zero, drill.Error);
        Assert.That(drill.Output, Does.Contain("production could go back to support@1").And.Contain("pipeline 'current' answered sample"));
        Assert.That(CheckpointRegistry.Read(given.Registry).Aliases["production"].Checkpoint, Is.EqualTo("support@2"), "a drill moves nothing");

        var back = await given.CheckpointsAsync("rollback", "--reason", "nightly alarm");
        Assert.That(back.ExitCode, Is.Zero, back.Error);
        Assert.That(back.Output, Does.Contain("production: support@2 → support@1 (rolled back)"));
        var show = await given.CheckpointsAsync("show", "support@2");
        Assert.That(show.Output, Does.Contain("grace: promoted support@2 to production, on run").And.Contain("rolled production back from support@2 to support@1: nightly alarm"));
        Assert.That((await VerifyAsync()).Output, Does.Contain("6 entries").And.Contain("the chain is whole, and 2 who remember it agree"));
    }

    [Test]
    public async Task What_changed_after_the_verdict_stops_the_promotion()
    {
        given.Use(Base, "  tuned: { model: { endpoint: local, checkpoint: support@1 }, prompt: prompt.md }");
        given.Folder.Write("prompt.md", "Answer.");
        var run = await given.GateAsync();
        given.Folder.Write("prompt.md", "Answer at length.");
        File.AppendAllText(given.Folder["samples.jsonl"], """{"id":"late","question":"Why?","answers":["So."]}""" + "\n");
        given.Folder.Write("gate.yaml", "ceilings: { success: 3 }\n");

        var result = await given.PromoteAsync("support@1", "--gate", run);
        var other = await given.PromoteAsync("support@2", "--gate", run);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("a prompt, corpus, model, checkpoint or setting has changed since").And.Contain("the dataset has changed").And.Contain("the policy is not the one"));
        Assert.That(other.Error, Does.Contain("its candidate 'tuned' is support@1, not support@2"));
        Assert.That(CheckpointRegistry.Read(given.Registry).Aliases, Is.Empty);
    }

    [Test]
    public async Task An_override_is_loud_for_ever()
    {
        var refused = await given.PromoteAsync("support@1");
        var promoted = await given.PromoteAsync("support@1", "--override", "the old one leaks addresses");
        var list = await given.CheckpointsAsync("list");
        var show = await given.CheckpointsAsync("show", "production");
        given.Use(Current);
        await given.RunAsync("run", given.File, "--out", given.Folder["reports"]);

        Assert.That((refused.ExitCode, promoted.ExitCode), Is.EqualTo((1, 0)));
        Assert.That(refused.Error, Does.Contain("refused: support@1: no verdict was given for it"));
        Assert.That(promoted.Output, Does.Contain("*** OVERRIDE: support@1 goes to production against the gate").And.Contain("against: support@1: no verdict"));
        Assert.That(list.Output, Does.Contain("*** OVERRIDE, no verdict let it in: the old one leaks addresses ***").And.Contain("production (OVERRIDE)"));
        Assert.That(show.Output, Does.Contain("*** OVERRIDE *** put support@1 in production: the old one leaks addresses"));
        Assert.That(given.Runs[^1].Notes, Has.Some.Contains("by an OVERRIDE of the gate: the old one leaks addresses"));
    }

    [Test]
    public async Task Hooks_are_told_and_a_server_that_does_not_serve_it_is_exit_1()
    {
        await given.RegisterAsync(9);
        given.Folder.Write("checkpoints/hooks.yaml", $"aliases:\n  production: {{ serves: {{ url: \"{given.Url}/v1/models\", wait_seconds: 0 }} }}\n");

        var served = await given.PromoteAsync("support@2", "--override", "r");
        var unserved = await given.PromoteAsync("support@9", "--override", "r");
        var list = await given.CheckpointsAsync("list", "--format", "json");

        Assert.That(served.ExitCode, Is.Zero, served.Error);
        Assert.That(served.Output, Does.Contain("confirmed: ").And.Contain("serves ft:support:2"));
        Assert.That(unserved.ExitCode, Is.EqualTo(1));
        Assert.That(unserved.Error, Does.Contain("not confirmed: ").And.Contain("not ft:support:9").And.Contain("promote support@9 --to production"));
        Assert.That((string?)JsonNode.Parse(list.Output)!["aliases"]![0]!["not_confirmed"], Does.Contain("not ft:support:9"));
    }

    [Test]
    public async Task Two_processes_that_promote_at_once_one_wins_and_the_other_is_told_by_whom()
    {
        // Whoever is first waits in its hook until the other has been turned away.
        given.Folder.Write("checkpoints/hooks.yaml", "aliases:\n  production: { on_promote: { command: [sh, -c, \"while [ ! -e go ]; do sleep 0.05; done\"], timeout_seconds: 120 } }\n");
        using var one = Promote("support@1");
        using var two = Promote("support@2");
        var (ended1, ended2) = (one.EndAsync(), two.EndAsync());

        var loser = await await Task.WhenAny(ended1, ended2);
        given.Folder.Write("checkpoints/go", "");
        CliResult[] results = [await ended1, await ended2];

        Assert.That(results.Select(r => r.ExitCode), Is.EquivalentTo(new[] { 0, 3 }), results[0].Error + results[1].Error);
        Assert.That(loser.Error, Does.Contain("the registry is in use by").And.Contain("Nothing was changed"));
        Assert.That(CheckpointRegistry.Read(given.Registry).Entries.Count(e => e.Move is not null), Is.EqualTo(1));
        Assert.That((await VerifyAsync()).ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_process_killed_in_its_hook_leaves_the_move_unconfirmed_and_the_registry_free()
    {
        given.Folder.Write("checkpoints/hooks.yaml", "aliases:\n  production: { on_promote: { command: [sh, -c, \"touch told; sleep 60\"] } }\n");
        using (var killed = Promote("support@1"))
        {
            for (var i = 0; i < 1200 && !File.Exists(given.Folder["checkpoints/told"]); i++)
                await Task.Delay(50);
            await killed.KillAsync();
        }

        var list = await given.CheckpointsAsync("list");
        var registered = await given.RegisterAsync(3);

        Assert.That(list.Output, Does.Contain("production is support@1").And.Contain("*** NOT CONFIRMED: the command ended before its hook did ***"));
        Assert.That(registered.ExitCode, Is.Zero, registered.Error);
    }

    [Test]
    public async Task Tampering_is_found_and_no_verb_works_on_it()
    {
        given.Use(Base, "  tuned: { model: { endpoint: local, checkpoint: support@1 } }");
        var run = await given.GateAsync();
        var good = File.ReadAllText(given.Registry);

        File.WriteAllText(given.Registry, good[..(good.IndexOf('\n', StringComparison.Ordinal) + 1)]);
        var cut = await VerifyAsync();
        var named = await given.CheckpointsAsync("verify", "--reports", given.Folder["nowhere"], given.Folder[$"reports/{run}"]);
        File.WriteAllText(given.Registry, good.Replace("\"seed\":7", "\"seed\":8", StringComparison.Ordinal));
        var edited = await VerifyAsync();
        var list = await given.CheckpointsAsync("list");
        var promote = await given.PromoteAsync("support@1", "--gate", run);

        Assert.That(new[] { cut.ExitCode, named.ExitCode, edited.ExitCode, list.ExitCode, promote.ExitCode }, Is.All.EqualTo(3));
        Assert.That(cut.Error, Does.Contain("it has 1 entries, and had 2 when").And.Contain("gate.json was written"));
        Assert.That(named.Error, Does.Contain("it has 1 entries"));
        Assert.That(edited.Error, Does.Contain("entry 1 was edited"));
    }

    [Test]
    public async Task What_a_promotion_printed_can_be_held_against_the_registry()
    {
        await given.PromoteAsync("support@1", "--override", "r");
        var read = CheckpointRegistry.Read(given.Registry);

        var same = await given.CheckpointsAsync("verify", "--head", $"3:{read.Head}");
        var other = await given.CheckpointsAsync("verify", "--head", $"2:{read.Head}");
        var wrong = await given.CheckpointsAsync("verify", "--head", "3");

        Assert.That((same.ExitCode, other.ExitCode, wrong.ExitCode), Is.EqualTo((0, 3, 3)));
        Assert.That(wrong.Error, Does.Contain("Write count:hash"));
    }

    [Test]
    public async Task A_version_is_registered_once()
    {
        var again = await given.RegisterAsync(1);
        var other = await given.CheckpointsAsync("register", "support@1", "--provider", "local", "--model-id", "ft:other");

        Assert.That(again.ExitCode, Is.Zero, again.Error);
        Assert.That(again.Output, Does.Contain("registered already, and the same"));
        Assert.That(other.ExitCode, Is.EqualTo(3));
        Assert.That(other.Error, Does.Contain("another checkpoint of that name and version is registered"));
    }

    [Test]
    public async Task How_two_differ_is_shown()
    {
        var text = await given.CheckpointsAsync("diff", "support@1", "support@2");
        var json = JsonNode.Parse((await given.CheckpointsAsync("diff", "support@1", "support@2", "--format", "json")).Output)!;

        Assert.That(text.Output, Does.Contain("model_id: ft:support:1 → ft:support:2").And.Contain("parameters.epochs: 1 → 2").And.Not.Contain("seed"));
        Assert.That(json["changes"]!.AsArray().Select(c => (string?)c!["field"]), Does.Contain("parameters.epochs"));
    }

    [Test]
    public async Task An_artefact_that_is_not_the_registered_one_is_found_where_it_is_asked_for()
    {
        given.Folder.Write("weights/model.bin", "weights");
        await given.CheckpointsAsync("register", "support@5", "--provider", "vllm", "--artefact", given.Folder["weights"], "--training", given.Folder["samples.jsonl"], "--parent", "support@1");
        given.Folder.Write("weights/model.bin", "other");

        var verify = await VerifyAsync();
        var artefacts = await VerifyAsync("--artefacts");

        Assert.That((verify.ExitCode, artefacts.ExitCode), Is.EqualTo((0, 3)));
        Assert.That(artefacts.Error, Does.Contain("not the one that was registered"));
    }

    [Test]
    public async Task A_leaked_checkpoint_is_not_promoted()
    {
        await given.CheckpointsAsync("register", "support@6", "--provider", "local", "--model-id", "ft:support:3", "--training-hash", new string('a', 64));
        given.Folder.Write("checkpoints/lint.json", JsonSerializer.Serialize(new { training = new { hash = new string('a', 64) }, dataset = new { hash = "d" }, leaks = 4 }));
        given.Use(Base, "  tuned: { model: { endpoint: local, checkpoint: support@6 } }");

        var result = await given.PromoteAsync("support@6", "--gate", await given.GateAsync());

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("4 findings say that gold stands in the training data"));
    }

    [TestCase(new[] { "register" }, "Give name@version with --provider, or --from")]
    [TestCase(new[] { "register", "support@7" }, "--provider says who serves the checkpoint")]
    [TestCase(new[] { "register", "support@7", "--provider", "x" }, "nothing says which model it is")]
    [TestCase(new[] { "register", "support", "--provider", "x", "--model-id", "y" }, "Write name@version")]
    [TestCase(new[] { "register", "support@7", "--provider", "x", "--model-id", "y", "--parameter", "epochs" }, "Write name=value")]
    [TestCase(new[] { "register", "support@7", "--provider", "x", "--model-id", "y", "--training-hash", "abc" }, "is no SHA-256")]
    [TestCase(new[] { "register", "support@7", "--provider", "x", "--model-id", "y", "--date", "soon" }, "Write 2026-11-23")]
    [TestCase(new[] { "register", "support@7", "--provider", "x", "--artefact", "/nowhere/model" }, "neither a file nor a folder")]
    [TestCase(new[] { "register", "--from", "/nowhere" }, "does not exist")]
    [TestCase(new[] { "show", "support@9" }, "there is no checkpoint 'support@9'")]
    [TestCase(new[] { "promote", "support@9", "--override", "r" }, "there is no checkpoint 'support@9'")]
    [TestCase(new[] { "promote", "support@1", "--override", " " }, "--override needs a reason")]
    [TestCase(new[] { "promote", "support@1", "--to", "a@b" }, "is no alias")]
    [TestCase(new[] { "promote", "support@1", "--gate", "nowhere" }, "there is no verdict for 'nowhere'")]
    [TestCase(new[] { "promote", "support@1", "--max-age-days", "0" }, "must lie between 0 and 3650")]
    public async Task Bad_arguments_are_told_with_the_mend(string[] arguments, string found)
    {
        var result = await given.CheckpointsAsync(arguments);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain(found));
    }

    [TestCase("register")]
    [TestCase("list")]
    [TestCase("show")]
    [TestCase("diff")]
    [TestCase("promote")]
    [TestCase("rollback")]
    [TestCase("verify")]
    public async Task Each_verb_explains_itself_with_examples(string verb)
    {
        var result = await given.RunAsync("checkpoints", verb, "--help");

        Assert.That(result.Output, Does.Contain("Examples:").And.Contain($"evalharness checkpoints {verb}"));
    }

    [Test]
    public async Task An_alias_that_is_not_there_is_told_with_its_place()
    {
        given.Use("  current: { model: { endpoint: local, checkpoint: staging } }", "  named: { model: { endpoint: local, name: ft:other, checkpoint: support@1 } }");

        var result = await given.RunAsync("validate", given.File);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("experiment.yaml:9:").And.Contain("there is no alias 'staging'").And.Contain("name: 'ft:other' is not the model of support@1, which is 'ft:support:1'"));
    }

    [Test]
    public async Task A_rollback_with_nothing_before_is_refused()
    {
        await given.PromoteAsync("support@1", "--override", "r");

        var rollback = await given.CheckpointsAsync("rollback");
        var drill = await given.CheckpointsAsync("rollback", "--drill");
        var nobody = await given.CheckpointsAsync("rollback", "--to", "staging");

        Assert.That(new[] { rollback.ExitCode, drill.ExitCode, nobody.ExitCode }, Is.All.EqualTo(1));
        Assert.That(rollback.Error, Does.Contain("there is nothing before support@1 to go back to"));
        Assert.That(nobody.Error, Does.Contain("nothing was ever promoted to it"));
    }

    [Test]
    public async Task A_drill_whose_model_is_gone_is_exit_1_and_recorded()
    {
        await given.RegisterAsync(9);
        await given.PromoteAsync("support@9", "--override", "r");
        await given.PromoteAsync("support@1", "--override", "r");
        given.Use(Current);

        var drill = await given.CheckpointsAsync("rollback", "--drill");

        Assert.That(drill.ExitCode, Is.EqualTo(1));
        Assert.That(drill.Error, Does.Contain("support@9 does not answer").And.Contain("ft:support:9"));
        Assert.That(CheckpointRegistry.Read(given.Registry).Entries[^1].Drill!.Answered, Is.False);
    }

    private Task<CliResult> VerifyAsync(params string[] more) => given.CheckpointsAsync(["verify", "--reports", given.Folder["reports"], .. more]);

    private CliProcess Promote(string checkpoint) => CliProcess.Start("checkpoints", "promote", checkpoint, "--override", "a race", "--allow-plugins", "--experiment", given.File);
}
