using System.Diagnostics;
using System.Text.Json.Nodes;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Evaluators.Plugins;

namespace EvalHarness.Tests.Evaluators.Custom;

/// <summary>The class library of docs/guides/custom-metrics-code.md, built as the guide says. What it does is tested by <see cref="ClassMetricFactoryTests"/>.</summary>
public sealed class ClassExampleTests
{
    [Test]
    public async Task The_example_builds_apart_from_the_repository_and_is_loaded()
    {
        if (!LongTests.Includes(3))
            Assert.Ignore("builds a project: ./test.sh --full tries it");
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "examples", "class"), "*.cs*"))
            File.Copy(file, folder[Path.GetFileName(file)]);

        var built = await BuildAsync(folder.FullPath);

        Assert.That(built.ExitCode, Is.Zero, built.Output);
        Assert.That(File.Exists(folder["bin/EvalHarness.dll"]), Is.False);
        using var plugins = new PluginHost(allowed: true, TimeProvider.System);
        var settings = JsonNode.Parse("""{ "kind": "class", "assembly": "bin/Polite.dll", "type": "My.Polite", "settings": { "phrases": ["please"] } }""")!.AsObject();
        var evaluator = new ClassMetricFactory(plugins).Build(new MetricSource("polite", "class", folder.FullPath, settings), new AnswerReader(new AnswerContract()));
        Assert.That((await evaluator.EvaluateAsync(Some.Sample(), Some.Trace(Some.Answer("Please wait.")), CancellationToken.None))[0].Value, Is.EqualTo(1));
    }

    private static async Task<(int ExitCode, string Output)> BuildAsync(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["build", "Polite.csproj", "-o", "bin", "-v", "quiet", $"-p:EvalHarnessFolder={TestContext.CurrentContext.TestDirectory}"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
