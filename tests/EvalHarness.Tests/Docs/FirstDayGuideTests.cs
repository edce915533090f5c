using System.Diagnostics;
using System.Text.RegularExpressions;
using EvalHarness.Datasets;
using EvalHarness.Drafting;
using EvalHarness.Stub;
using EvalHarness.Tests.Drafting;

namespace EvalHarness.Tests.Docs;

/// <summary>A stranger follows docs/guides/first-day.md to the letter, with a folder of Markdown and a server, and gets what stands there. EVALHARNESS_APPROVE=1 writes the guide's outputs anew.</summary>
[NonParallelizable]
internal sealed partial class FirstDayGuideTests
{
    private const string ServerOfTheGuide = "http://127.0.0.1:8000";

    private static readonly string Guide = Path.Combine(Repository.Root, "docs", "guides", "first-day.md");

    private TemporaryFolder folder = null!;

    private string Place => folder["help"];

    [SetUp]
    public void Start()
    {
        folder = new TemporaryFolder();
        StrangerCorpus.Write(folder, "help/docs");
    }

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task Every_command_of_the_guide_prints_what_stands_below_it_and_ends_in_fifty_gold_samples_and_a_verdict()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Answerer = StrangerModel.Answerer });
        var text = await File.ReadAllTextAsync(Guide);
        List<(string Command, string Printed, CliResult Result)> steps = [];
        foreach (Match block in Command().Matches(text))
            steps.Add((block.Value, block.Groups["printed"].Value, await RunAsync(block.Groups["command"].Value, stub.Url)));

        if (Environment.GetEnvironmentVariable("EVALHARNESS_APPROVE") == "1")
            await File.WriteAllTextAsync(Guide, text = Policy().Replace(steps.Aggregate(text, (guide, s) => guide.Replace(s.Command, Written(s.Command, s.Result), StringComparison.Ordinal)), _ => $"```yaml\n# gate.yaml\n{PolicyWritten}```"));
        Assert.That(steps, Has.Count.EqualTo(8));
        Assert.That(steps.Select(s => s.Result.ExitCode), Is.All.Zero, string.Join('\n', steps.Select(s => s.Result.Error)));
        foreach (var (step, block) in steps.Zip(Command().Matches(text)))
            Assert.That(Even(block.Groups["printed"].Value), Is.EqualTo(Even(Masked(step.Result.Output))), step.Command);
        Assert.That(Policy().Match(text).Groups["policy"].Value, Is.EqualTo(PolicyWritten));
        await CheckGoldAsync();
        Assert.That(steps[^1].Result.Output, Does.Contain("PROMOTE: rag against base"));
    }

    private string PolicyWritten => string.Concat(File.ReadLines(Path.Combine(Place, "gate.yaml")).Where(l => !l.StartsWith('#')).Select(l => l + "\n"));

    private async Task CheckGoldAsync()
    {
        var gold = await new DatasetReader(CorpusReader.Read(Path.Combine(Place, "docs"))).ReadAsync(Path.Combine(Place, "samples.jsonl"), CancellationToken.None).ToListAsync();
        var drafts = await DraftLines.ReadAsync(Path.Combine(Place, "samples.drafts.jsonl"), CancellationToken.None);

        Assert.That(gold, Has.Count.EqualTo(50));
        Assert.That(gold.Select(s => s.Id), Is.SubsetOf(drafts.Where(d => d.Refused is null).Select(d => d.Id)));
        Assert.That(gold.Select(s => s.Tags["kind"]).Distinct(), Is.EquivalentTo(new[] { "single-hop", "two-hop", "unanswerable" }));
        Assert.That(gold.Select(s => s.Tags["reviewer"]), Is.All.EqualTo("ada"));
        Assert.That(gold.Select(s => s.Split).Distinct(), Is.EquivalentTo(new[] { "dev", "test" }));
    }

    private async Task<CliResult> RunAsync(string command, string url)
    {
        // The tool is not installed here: a function of its name stands for it.
        var installed = $"evalharness() {{ dotnet '{Repository.Cli}' \"$@\"; }}\n";
        ProcessStartInfo start = new("bash", ["-c", installed + command.Replace(ServerOfTheGuide, url, StringComparison.Ordinal)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Place,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new CliResult(process.ExitCode, await output, await error);
    }

    private string Written(string block, CliResult result) =>
        $"```sh\n{Command().Match(block).Groups["command"].Value}\n```\n\n```text\n{string.Join('\n', Masked(result.Output).Split('\n').Select(l => l.TrimEnd())).Trim('\n')}\n```\n";

    // What differs from day to day and from machine to machine.
    private string Masked(string printed) => Run().Replace(
        Bill().Replace(Time().Replace(printed.Replace(Place + "/", "", StringComparison.Ordinal), "…"), "… calls, … tokens in, … out"), "…-help");

    // Columns are as wide as their figures, and rules as wide as columns.
    private static string Even(string text) => Blank().Replace(Rule().Replace(text, "─"), " ").Trim();

    [GeneratedRegex("^```sh\n(?<command>.*?)\n```\n(\n```text\n(?<printed>.*?)```\n)?", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Command();

    [GeneratedRegex("```yaml\n# gate.yaml\n(?<policy>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Policy();

    [GeneratedRegex(@"\d{8}-\d{6}-help")]
    private static partial Regex Run();

    [GeneratedRegex(@"[\d.,]+ (µs|ms|s) \[[^\]]*\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    // Drafts in the making at once do not see each other's questions, and prompts differ by them.
    [GeneratedRegex(@"[\d,]+ calls, [\d,]+ tokens in, [\d,]+ out")]
    private static partial Regex Bill();

    [GeneratedRegex("─+")]
    private static partial Regex Rule();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
