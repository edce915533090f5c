using EvalHarness.Providers.Caching;

namespace EvalHarness.Tests.Cli;

internal sealed class CacheCommandTests
{
    [Test]
    public async Task The_cache_of_a_folder_of_runs_is_shown_and_emptied()
    {
        using var cli = new CommandLine();
        using (var cache = new ResponseCache(ResponseCache.FileIn(cli.Reports), new CacheLimits(), TimeProvider.System, Assert.Fail))
        using (var flight = await cache.EnterAsync("a", CacheMode.Read, default))
            flight.Keep("a reply");

        var stats = await cli.RunAsync("cache", "stats", "--out", cli.Reports);
        var young = await cli.RunAsync("cache", "clear", "--out", cli.Reports, "--older-than", "7d");
        var all = await cli.RunAsync("cache", "clear", "--out", cli.Reports);

        Assert.That(stats.Output, Does.StartWith("1 replies, 0.0 MB, made between "));
        Assert.That((young.Output.Trim(), all.Output.Trim()), Is.EqualTo(("0 replies removed", "1 replies removed")));
        Assert.That(new[] { stats, young, all }.Select(r => (r.ExitCode, r.Error)), Is.All.EqualTo((0, "")));
    }

    [Test]
    public async Task A_folder_without_a_cache_is_said_and_left_alone()
    {
        using var cli = new CommandLine();

        var result = await cli.RunAsync("cache", "stats", "--out", cli.Reports);

        Assert.That((result.ExitCode, result.Output.Trim()), Is.EqualTo((0, "0 replies, 0.0 MB")));
        Assert.That(result.Error, Does.Contain("there is no cache in").And.Contains("--out"));
        Assert.That(Directory.Exists(cli.Reports), Is.False);
    }

    [TestCase("soon")]
    [TestCase("7")]
    [TestCase("-7d")]
    public async Task An_age_that_is_none_is_refused(string age)
    {
        using var cli = new CommandLine();

        var result = await cli.RunAsync("cache", "clear", $"--older-than={age}");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain($"--older-than: '{age}' is no age. Write 7d, 12h or 30m."));
    }
}
