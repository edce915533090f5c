namespace EvalHarness.Tests.Cli;

/// <summary>What an experiment that is wrong is answered: each fault once, by the place that is meant, all of a kind together.</summary>
internal sealed class ValidateMessagesTests
{
    private const string WellKnown = "openai and anthropic need no entry.";

    private CommandLine cli = null!;

    [SetUp]
    public void Start() => cli = new CommandLine();

    [TearDown]
    public void Remove() => cli.Dispose();

    [TestCase("metrics: { a: { kind: process, version: \"1\", command: [x], direction: up } }", "wrong.yaml:4:71: metrics.a.direction: \"up\" is not allowed. Allowed: \"higher\", \"lower\".")]
    [TestCase("metrics: { a: { check: length } }", "wrong.yaml:4:15: metrics.a: none of 'words', 'sentences', 'characters', 'paragraphs' is there. Add at least one of them.")]
    [TestCase("verifier: { kind: class, assembly: e.dll }", "wrong.yaml:4:11: verifier: 'type' is missing. Add 'type'.")]
    [TestCase("verifier: 5", "wrong.yaml:4:11: verifier: 5 is not allowed. Allowed: \"local\", \"word-overlap\", \"answer-length\".")]
    [TestCase("judges: { strict: { endpoint: nowhere, name: m } }\nverifier: { kind: judge }\ncorrectness: { judge: strict }", "judge 'strict': there is no endpoint 'nowhere'. Describe it under endpoints:; " + WellKnown)]
    [TestCase("metrics: { t: { kind: rubric, rubric: absent.md } }", "metrics.t: a judge is asked, and the experiment has none. Describe one under judges:.")]
    [TestCase("metrics: { success: { check: json }, token-f1: { check: json } }", "metrics.success: 'success' is the id of two metrics. Give the metric of yours another id.", "metrics.token-f1: 'token-f1' is the id of two metrics. Give the metric of yours another id.")]
    public async Task Every_fault_is_said_once(string wrong, params string[] expected)
    {
        cli.Folder.Write("wrong.yaml", $"name: x\ndataset: samples.jsonl\nbaseline: base\n{wrong}\npipelines: {{ base: {{ model: {{ provider: embedded, name: untuned }} }} }}\n");

        var result = await cli.RunAsync("validate", cli.Folder["wrong.yaml"], "--allow-plugins");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error.Replace(cli.Folder.FullPath + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Trim().Split('\n'), Is.EqualTo(expected.Select(e => $"error: {e}")));
    }
}
