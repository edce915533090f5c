using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EvalHarness.Tests;

/// <summary>What the README says happens, happens: its commands are run, and its figures are the ones that a run prints.</summary>
[NonParallelizable]
internal sealed partial class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    // test.sh is what runs this test.
    public static IEnumerable<string> Commands => Block("sh").Matches(Text)
        .SelectMany(m => m.Groups["body"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Where(c => c != "./test.sh");

    [TestCaseSource(nameof(Commands))]
    public async Task A_command_does_what_it_says(string command)
    {
        using var reports = new TemporaryFolder();

        var result = await RunAsync(command, reports);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        if (command == "./run-eval.sh")
            Assert.That(Figures(result.Output), Is.SupersetOf(Figures(Block("text").Match(Text).Groups["body"].Value)));
    }

    [Test]
    public void Every_file_it_links_to_is_there()
    {
        var links = Link().Matches(Text).Select(m => m.Groups["path"].Value).Where(p => !p.Contains("://", StringComparison.Ordinal));

        Assert.That(links.Where(l => !Path.Exists(Path.Combine(Repository.Root, l))), Is.Empty);
    }

    private static async Task<CliResult> RunAsync(string command, TemporaryFolder reports)
    {
        var words = command.Split(' ');
        string[] start = words[0] == "evalharness" ? ["dotnet", Repository.Cli] : ["bash", Path.Combine(Repository.Root, words[0])];
        string[] elsewhere = words[0] != "evalharness" || words[1] == "run" ? ["--out", reports.FullPath] : [];
        using var process = Process.Start(new ProcessStartInfo(start[0], [.. start[1..], .. words[1..], .. elsewhere])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CliResult(process.ExitCode, await output, await error);
    }

    // Lines of figures without the times in them, which differ from run to run.
    private static List<string> Figures(string text) =>
        [.. text.Split('\n').Select(l => Spaces().Replace(Times().Replace(l, "").Trim(), " ")).Where(l => l.Contains('[', StringComparison.Ordinal))];

    private static Regex Block(string language) => new($"```{language}\n(?<body>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\]\((?<path>[^)#]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"[\d.,]+ ms \[[^\]]*\]( n \d+/\d+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Times();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
