namespace EvalHarness.Tests.Cli;

/// <summary>What is computed on one thread and on sixteen, in a process of its own each: the same bytes.</summary>
public sealed class SameBytesTests
{
    private const string Small = "minimum: { rows: 2, clusters: 6 }\n";

    private CommandLine cli = null!;

    [SetUp]
    public async Task RunAsync()
    {
        cli = new CommandLine();
        cli.Folder.Write("samples.jsonl", string.Concat(Enumerable.Range(0, 40).Select(i => CommandLine.Line($"s{i}"))));
        await cli.EvaluateAsync();
    }

    [TearDown]
    public void Remove() => cli.Dispose();

    [Test]
    public async Task A_comparison_has_the_same_bytes_on_1_thread_and_on_16()
    {
        var one = await CompareAsync(threads: 1);
        var sixteen = await CompareAsync(threads: 16);

        Assert.That(one, Is.Not.Empty);
        Assert.That(sixteen, Is.EqualTo(one));
    }

    // The median is bootstrapped on as many threads as there are, and so are the self-test's simulations.
    [TestCase("metrics: { latency-service-ms:p50: { role: guardrail, margin: 50% } }\n", "p50")]
    [TestCase("metrics: { token-f1: { role: guardrail, margin: 0.2 } }\n", "label-swap", "--self-test", "--simulations", "200")]
    public async Task A_gate_says_the_same_on_1_thread_and_on_16(string metrics, string told, params string[] more)
    {
        string[] arguments = ["gate", cli.Run, "--out", cli.Reports, "--policy", cli.Folder.Write("gate.yaml", Small + metrics), .. more];

        var one = await OnAsync(1, arguments);
        var sixteen = await OnAsync(16, arguments);

        Assert.That(one.Output, Does.Contain(told), one.Error);
        Assert.That(sixteen.Output, Is.EqualTo(one.Output));
    }

    // By file: the tables, and what was printed.
    private async Task<Dictionary<string, string>> CompareAsync(int threads)
    {
        var result = await OnAsync(threads, "compare", cli.Run, "--out", cli.Reports);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var tables = Directory.GetFiles(cli.Run, "*.csv").ToDictionary(f => Path.GetFileName(f), File.ReadAllText);
        Assert.That(tables, Does.ContainKey("comparisons.csv").And.ContainKey("summary.csv"));
        return new(tables) { ["output"] = result.Output };
    }

    private static async Task<CliResult> OnAsync(int threads, params string[] arguments)
    {
        using var process = CliProcess.Start(new Dictionary<string, string> { ["DOTNET_PROCESSOR_COUNT"] = $"{threads}" }, arguments);
        return await process.EndAsync();
    }
}
