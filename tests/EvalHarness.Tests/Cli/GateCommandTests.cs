using System.Text.Json;
using System.Xml.Linq;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Cli;

/// <summary>The gate on a real run, its exit codes and its evidence.</summary>
[NonParallelizable]
public sealed class GateCommandTests
{
    // Three rows would never do: these policies say so.
    private const string Small = "minimum: { rows: 2, clusters: 6 }\n";

    private CommandLine cli = null!;

    [SetUp]
    public void Start()
    {
        cli = new CommandLine();
        cli.Folder.Write("samples.jsonl", string.Concat(Enumerable.Range(0, 40).Select(i => CommandLine.Line($"s{i}"))));
    }

    [TearDown]
    public void Remove() => cli.Dispose();

    [TestCase("metrics: { success: { role: guardrail, margin: 0.2 } }\n", 0, "PROMOTE")]
    [TestCase("metrics: { tokens-in: { role: deterioration-only } }\n", 1, "REJECT")]
    [TestCase("metrics: { success: { role: guardrail, margin: 0.001 } }\n", 2, "INCONCLUSIVE")]
    [TestCase("metrics: { answer-correctness: { role: guardrail, margin: 0.05 } }\n", 3, "INVALID")]
    public async Task Every_verdict_has_its_exit_code_and_leaves_its_evidence(string metrics, int exitCode, string verdict)
    {
        var result = await GateAsync(Small + metrics);

        Assert.That(result.ExitCode, Is.EqualTo(exitCode), result.Output + result.Error);
        Assert.That(result.Output, Does.Contain($"{verdict}: rag against base"));
        using var written = JsonDocument.Parse(File.ReadAllText(Path.Combine(cli.Run, "gate.json")));
        Assert.That(InputSchemas.Named("gate").Validate(written.RootElement), Is.Empty);
        Assert.That(written.RootElement.GetProperty("verdict").GetString(), Is.EqualTo(verdict.ToLowerInvariant()));
        Assert.That(File.ReadAllText(Path.Combine(cli.Run, "gate.md")), Does.Contain(verdict));
        Assert.That(File.ReadAllText(Path.Combine(cli.Run, "index.html")), Does.Contain($"{verdict}: rag against base"));
    }

    [Test]
    public async Task JUnit_has_a_case_per_line_and_only_what_passes_is_green()
    {
        await GateAsync(Small + "metrics: { success: { role: guardrail, margin: 0.2 }, token-f1: { role: information }, tokens-in: { role: deterioration-only }, exact-match: { role: guardrail, margin: 0.001 } }\n");

        var suite = XDocument.Load(Path.Combine(cli.Run, "junit.xml")).Root!.Elements("testsuite").Last();

        Assert.That((suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("skipped")!.Value, suite.Attribute("errors")!.Value), Is.EqualTo(("6", "2", "1", "0")));
        Assert.That(suite.Elements("testcase").Where(c => !c.Elements().Any(e => e.Name != "system-out")).Select(c => c.Attribute("name")!.Value), Is.EquivalentTo(new[] { "errors of the candidate", "errors of the baseline", "success" }));
    }

    [Test]
    public async Task A_build_server_is_told_in_its_own_way()
    {
        var summary = cli.Folder["step-summary.md"];
        var result = await WithAsync(new() { ["GITHUB_STEP_SUMMARY"] = summary, ["GITHUB_ACTIONS"] = "true", ["TF_BUILD"] = "True" }, () => GateAsync(Small + "metrics: { tokens-in: { role: deterioration-only } }\n"));

        Assert.That(File.ReadAllText(summary), Does.Contain("REJECT"));
        Assert.That(result.Error, Does.Contain("::error title=evalharness gate::FAIL tokens-in: +"));
        Assert.That(result.Error, Does.Contain("##vso[task.logissue type=error]FAIL tokens-in").And.Contain("##vso[task.uploadsummary]"));
    }

    [Test]
    public async Task The_same_look_again_spends_nothing_and_gives_the_same_bytes()
    {
        const string Policy = Small + "metrics: { success: { role: guardrail, margin: 0.2 } }\n";
        await GateAsync(Policy);
        var (looks, junit) = (File.ReadAllText(Path.Combine(cli.Reports, "looks.jsonl")), Gate().Replace(Decided(), "", StringComparison.Ordinal));

        await cli.OnRunAsync("gate", "--out", cli.Reports, "--policy", cli.Folder["gate.yaml"]);

        Assert.That(File.ReadAllText(Path.Combine(cli.Reports, "looks.jsonl")), Is.EqualTo(looks));
        Assert.That(Gate().Replace(Decided(), "", StringComparison.Ordinal), Is.EqualTo(junit));

        string Gate() => File.ReadAllText(Path.Combine(cli.Run, "gate.json"));
        string Decided() => JsonDocument.Parse(Gate()).RootElement.GetProperty("decided_at").GetString()!;
    }

    [Test]
    public async Task A_policy_that_the_experiment_names_is_known_to_have_stood_before()
    {
        const string Policy = Small + "metrics: { success: { role: guardrail, margin: 0.2 } }\n";
        cli.Folder.Write("gate.yaml", Policy);
        cli.Folder.Write("experiment.yaml", "policy: gate.yaml\n" + CommandLine.Yaml);

        var stood = await GateAsync(Policy);
        var changed = await cli.OnRunAsync("gate", "--out", cli.Reports, "--policy", cli.Folder.Write("other.yaml", Policy.Replace("0.2", "0.3", StringComparison.Ordinal)));

        Assert.That(stood.Output, Does.Not.Contain("CHANGED").And.Not.Contain("Nobody can tell"));
        Assert.That(changed.Output, Does.Contain("THE POLICY WAS CHANGED AFTER THE RUN"));
    }

    [Test]
    public async Task The_self_test_prints_what_the_policy_would_do()
    {
        var result = await GateAsync(Small + "metrics: { token-f1: { role: guardrail, margin: 0.2 } }\n", "--self-test", "--simulations", "200");

        Assert.That(result.ExitCode, Is.Zero, result.Output);
        Assert.That(result.Output, Does.Contain("token-f1").And.Contain("label-swap").And.Contain("±"));
        Assert.That(Path.Combine(cli.Run, "gate.json"), Does.Not.Exist);
        Assert.That(Path.Combine(cli.Reports, "looks.jsonl"), Does.Not.Exist);
    }

    [Test]
    public async Task The_self_test_of_an_experiment_answers_twice_and_divides_the_repeats()
    {
        var policy = cli.Folder.Write("gate.yaml", Small + "metrics: { success: { role: guardrail, margin: 0.2 } }\n");

        var result = await cli.RunAsync("gate", cli.Experiment, "--policy", policy, "--self-test", "--simulations", "200", "--out", cli.Reports);

        Assert.That(result.ExitCode, Is.Zero, result.Output + result.Error);
        Assert.That(result.Output, Does.Contain("split-repeats"));
        Assert.That(Directory.GetDirectories(cli.Reports).Count(d => File.Exists(Path.Combine(d, "run.json"))), Is.EqualTo(1));
    }

    [Test]
    public async Task A_pipeline_is_not_compared_with_itself()
    {
        await cli.EvaluateAsync();

        var result = await GateAsync(Small + "metrics: { token-f1: { role: guardrail, margin: 0.2 } }\n", "--baseline", $"run:{Path.GetFileName(cli.Run)}");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("'rag' is the candidate itself"));
    }

    [Test]
    public async Task Looks_are_counted_beside_the_run_wherever_the_command_is_given()
    {
        await GateAsync(Small + "metrics: { token-f1: { role: guardrail, margin: 0.2 } }\n");

        var elsewhere = await cli.RunAsync("gate", cli.Run, "--out", cli.Folder["elsewhere"], "--policy", cli.Folder.Write("other.yaml", Small + "metrics: { token-f1: { role: guardrail, margin: 0.3 } }\n"));

        Assert.That(elsewhere.Output, Does.Contain("Look 2 at this dataset"));
    }

    [TestCase("--candidate", "ragg", "there is no pipeline 'ragg'")]
    [TestCase("--baseline", "rag", "is the candidate itself")]
    [TestCase("--baseline", "run:gone", "no run is there")]
    [TestCase("--candidate", "checkpoint:helpdesk@9", "no pipeline of run")]
    public async Task What_is_not_there_is_named(string option, string value, string message)
    {
        var result = await GateAsync(Small + "metrics: { token-f1: { role: guardrail, margin: 0.2 } }\n", option, value);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain(message));
        Assert.That(Path.Combine(cli.Run, "gate.json"), Does.Not.Exist);
    }

    [Test]
    public async Task The_baseline_may_stand_in_an_older_run()
    {
        await cli.EvaluateAsync();
        var older = Path.GetFileName(cli.Run);
        await cli.EvaluateAsync("--new");
        var newer = Directory.GetDirectories(cli.Reports).Select(d => Path.GetFileName(d)!).Single(d => d != older);

        var gate = await cli.RunAsync("gate", newer, "--out", cli.Reports, "--policy", cli.Folder.Write("gate.yaml", Small + "metrics: { token-f1: { role: guardrail, margin: 0.2 } }\n"), "--baseline", $"run:{older}");
        var compare = await cli.RunAsync("compare", newer, older, "--margin", "0.0001", "--out", cli.Reports);

        Assert.That(gate.ExitCode, Is.Zero, gate.Output + gate.Error);
        Assert.That(gate.Output, Does.Contain("PROMOTE: rag against rag"));
        Assert.That(compare.ExitCode, Is.Zero, compare.Error);
        Assert.That(compare.Output, Does.Contain("rag against rag").And.Contain("base against base"));
        Assert.That(Path.Combine(cli.Reports, newer, $"against-{older}", "comparisons.csv"), Does.Exist);
        Assert.That(Path.Combine(cli.Reports, newer, $"against-{older}", "charts", "differences.png"), Does.Exist);
        Assert.That(File.ReadAllText(Path.Combine(cli.Reports, newer, $"against-{older}", "index.html")), Does.Contain($"<h1>{newer} against {older}</h1>").And.Contain("data:image/svg+xml"));
    }

    private async Task<CliResult> GateAsync(string policy, params string[] more)
    {
        if (!Directory.Exists(cli.Reports))
            await cli.EvaluateAsync();
        return await cli.OnRunAsync("gate", ["--out", cli.Reports, "--policy", cli.Folder.Write("gate.yaml", policy), .. more]);
    }

    private static async Task<CliResult> WithAsync(Dictionary<string, string> variables, Func<Task<CliResult>> work)
    {
        try
        {
            foreach (var (name, value) in variables)
                Environment.SetEnvironmentVariable(name, value);
            return await work();
        }
        finally
        {
            foreach (var name in variables.Keys)
                Environment.SetEnvironmentVariable(name, null);
        }
    }
}
