namespace EvalHarness.Tests.Cli;

internal sealed class BadArgumentsTests
{
    [TestCase("", "Required command", "evalharness --help")]
    [TestCase("reprot", "there is no verb 'reprot'", "Did you mean 'report'? See: evalharness --help")]
    [TestCase("run", "Required argument 'experiment'", "evalharness run --help")]
    [TestCase("run e.yaml --limt 3", "'--limt'", "Did you mean '--limit'? See: evalharness run --help")]
    [TestCase("run e.yaml --limit 0", "--limit must be 1 or more", "evalharness run --help")]
    [TestCase("run e.yaml --limit few", "few", "evalharness run --help")]
    [TestCase("run e.yaml --format xml", "xml", "evalharness run --help")]
    [TestCase("run e.yaml --pipelines ,", "--pipelines names no pipeline", "evalharness run --help")]
    [TestCase("run e.yaml --new --resume x", "--new and --resume exclude one another", "evalharness run --help")]
    [TestCase("run e.yaml --out ''", "--out is empty", "evalharness run --help")]
    [TestCase("run ''", "<experiment> is empty", "evalharness run --help")]
    [TestCase("report ''", "<run> is empty", "evalharness report --help")]
    [TestCase("retry", "Required argument 'run'", "evalharness retry --help")]
    [TestCase("cache clear --older-than soon", "'soon' is no age", "evalharness cache clear --help")]
    [TestCase("prices import", "Required argument", "evalharness prices import --help")]
    public async Task A_typing_error_exits_3_and_points_to_help(string typed, string found, string pointer)
    {
        using var cli = new CommandLine();

        var result = await cli.RunAsync([.. typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => a == "''" ? "" : a)]);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.StartWith("error: command line:").And.Contains(found).And.Contains(pointer));
        Assert.That(result.Output, Is.Empty);
    }

    [Test]
    public async Task A_mistyped_verb_is_said_once()
    {
        using var cli = new CommandLine();

        var result = await cli.RunAsync("frobnicate", "x.yaml");

        Assert.That(result.Error.TrimEnd().Split('\n').Select(l => l.Trim()), Is.EqualTo(new[] { "error: command line: there is no verb 'frobnicate'.", "error: See: evalharness --help" }));
    }
}
