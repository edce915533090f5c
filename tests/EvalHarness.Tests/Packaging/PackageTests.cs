using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace EvalHarness.Tests.Packaging;

/// <summary>What <c>dotnet pack</c> makes, and the tool as somebody installs it who has nothing but the package.</summary>
[NonParallelizable]
public sealed class PackageTests
{
    private static readonly string[] Expected = ["evalharness", "EvalHarness.Core", "EvalHarness.Embedded", "EvalHarness.Imports", "EvalHarness.Providers", "EvalHarness.Reports"];

    private TemporaryFolder folder = null!;

    private string Packages => folder["packages"];

    [OneTimeSetUp]
    public async Task Pack()
    {
        if (!LongTests.Includes(1))
            Assert.Ignore("packs the solution, which builds it: ./test.sh --full tries it");
        folder = new TemporaryFolder();

        // A build folder of its own: the other tests start what stands in bin.
        var packed = await RunAsync(Repository.Root, "dotnet", "pack", "EvalHarness.sln", "-c", "Release", "-v", "quiet", "--artifacts-path", folder["build"], "-o", Packages, "-p:RunAnalyzers=false");

        Assert.That(packed.ExitCode, Is.Zero, packed.Output);
    }

    [OneTimeTearDown]
    public void Remove() => folder?.Dispose();

    [Test]
    public void There_are_the_tool_and_the_libraries_and_nothing_of_the_tests()
    {
        Assert.That(Directory.GetFiles(Packages).Select(f => Told(f, "id")), Is.EquivalentTo(Expected));
    }

    [Test]
    public void Each_package_says_what_it_is()
    {
        foreach (var file in Directory.GetFiles(Packages))
        {
            Assert.That(Told(file, "description"), Has.Length.GreaterThan(20), file);
            Assert.That(Told(file, "tags"), Does.Contain("evaluation"), file);
            Assert.That(Entries(file), Does.Contain(Told(file, "readme")), file);
        }
    }

    [Test]
    public void The_tool_brings_the_native_libraries_of_every_platform_without_their_symbols()
    {
        var native = Entries(Tool).Where(e => e.Contains("/runtimes/", StringComparison.Ordinal)).ToList();

        foreach (var library in new[] { "linux-x64/native/libSkiaSharp.so", "win-x64/native/libSkiaSharp.dll", "osx/native/libSkiaSharp.dylib", "linux-x64/native/libe_sqlite3.so", "win-x64/native/e_sqlite3.dll", "osx-arm64/native/libe_sqlite3.dylib" })
            Assert.That(native, Has.Some.EndsWith(library));
        Assert.That(native.Select(e => Path.GetExtension(e)).Distinct(), Is.SubsetOf(new[] { ".so", ".dll", ".dylib" }));
    }

    [Test]
    public async Task The_tool_is_installed_from_the_package_alone_and_runs_the_example()
    {
        var config = folder.Write("nuget.config", $"<configuration><packageSources><clear /><add key=\"local\" value=\"{Packages}\" /></packageSources></configuration>");

        var installed = await RunAsync(folder.FullPath, "dotnet", "tool", "install", "evalharness", "--tool-path", folder["tools"], "--configfile", config);
        var run = await RunAsync(folder.FullPath, folder["tools/evalharness"], "run", Path.Combine(Repository.Helpdesk, "experiment.yaml"), "--pipelines", "base,rag", "--filter", "topic=billing", "--limit", "8", "--out", folder["reports"]);

        Assert.That(installed.ExitCode, Is.Zero, installed.Output);
        Assert.That(run.ExitCode, Is.Zero, run.Output);
        var report = Directory.GetDirectories(folder["reports"], "*-helpdesk").Single();
        Assert.That(Path.Combine(report, "charts", "quality.png"), Does.Exist);
        Assert.That(Path.Combine(report, "index.html"), Does.Exist);
    }

    private string Tool => Directory.GetFiles(Packages, "evalharness.*.nupkg").Single(f => Told(f, "id") == "evalharness");

    // The schema's version in the namespace differs from package to package.
    private static string Told(string package, string element)
    {
        using var zip = ZipFile.OpenRead(package);
        using var text = zip.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(text).Descendants().First(e => e.Name.LocalName == element).Value;
    }

    private static List<string> Entries(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
