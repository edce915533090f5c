using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Docs;

/// <summary>The files with which a scheduler is told of the nights: what it would refuse is found here.</summary>
internal sealed partial class NightlyFilesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "guides");

    private static readonly int[] Least = [0, 0, 1, 1, 0];
    private static readonly int[] Most = [59, 23, 31, 12, 7];

    [Test]
    public void The_GitHub_workflow_runs_every_night_alone_and_keeps_the_history()
    {
        var root = Yaml("nightly-github-actions.yml");
        var steps = root["jobs"]!["night"]!["steps"]!.AsArray();

        Assert.That(IsCron((string)root["on"]!["schedule"]![0]!["cron"]!), Is.True);
        Assert.That((string?)root["concurrency"]!["group"], Is.Not.Empty);
        Assert.That((string?)root["jobs"]!["night"]!["runs-on"], Is.Not.Empty);
        Assert.That(steps.Select(s => s!["uses"] is not null ^ s["run"] is not null), Is.All.True);
        Assert.That(steps.Select(s => (string?)s!["uses"]).OfType<string>(), Is.All.Match("^[a-z-]+/[a-z-]+@v[0-9]+$"));
        Assert.That(steps.Select(s => (string?)s!["with"]?["path"]), Has.Exactly(2).EqualTo("nightly"));
        Assert.That(steps.Select(s => (string?)s!["run"]).OfType<string>(), Has.Some.Contains("evalharness nightly experiment.yaml --history nightly"));
    }

    [Test]
    public void The_Azure_pipeline_runs_every_night_and_keeps_the_history()
    {
        var root = Yaml("nightly-azure-pipelines.yml");
        var steps = root["steps"]!.AsArray();

        Assert.That(IsCron((string)root["schedules"]![0]!["cron"]!), Is.True);
        Assert.That(root["schedules"]![0]!["branches"]!["include"]!.AsArray(), Is.Not.Empty);
        Assert.That(root["pool"]!["vmImage"], Is.Not.Null);
        Assert.That(steps.Select(s => new[] { "task", "script", "publish" }.Count(k => s![k] is not null)), Is.All.EqualTo(1));
        Assert.That(steps.Select(s => (string?)s!["script"]).OfType<string>(), Has.Some.Contains("evalharness nightly experiment.yaml --history nightly"));
        Assert.That(steps.Select(s => (string?)s!["artifact"]).OfType<string>(), Has.Some.EqualTo("nightly"));
    }

    [Test]
    public void The_crontab_is_one_that_cron_takes()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "nightly.cron")).Where(l => l.Length > 0 && l[0] != '#').ToList();
        var jobs = lines.Where(l => !Setting().IsMatch(l)).ToList();

        Assert.That(jobs, Has.Count.EqualTo(1));
        Assert.That(IsCron(string.Join(' ', jobs[0].Split(' ').Take(5))), Is.True);
        Assert.That(jobs[0], Does.Contain("evalharness nightly ").And.Not.Contain("%"), "a percent sign would end the command");
        Assert.That(File.ReadAllText(Path.Combine(Folder, "nightly.cron")), Does.EndWith("\n"), "cron passes a last line without an end by");
    }

    [TestCase("15 2 * * *", true)]
    [TestCase("*/5 0-6 1,15 * 1-5", true)]
    [TestCase("60 2 * * *", false)]
    [TestCase("15 2 * *", false)]
    [TestCase("at 2 * * *", false)]
    public void A_time_that_cron_would_refuse_is_found(string time, bool isCron) => Assert.That(IsCron(time), Is.EqualTo(isCron));

    [Test]
    public void The_systemd_units_have_what_they_need()
    {
        var service = Unit("evalharness-nightly.service");
        var timer = Unit("evalharness-nightly.timer");

        Assert.That(service["Service"], Has.Some.EqualTo("Type=oneshot").And.Some.StartsWith("ExecStart=/usr/bin/env evalharness nightly "));
        Assert.That(timer["Timer"], Has.Some.EqualTo("OnCalendar=*-*-* 02:15:00").And.Some.EqualTo("Persistent=true"));
        Assert.That(timer["Install"], Has.Some.EqualTo("WantedBy=timers.target"));
    }

    [Test]
    public void Systemd_finds_nothing_wrong_with_the_units()
    {
        if (!File.Exists("/usr/bin/systemd-analyze"))
            Assert.Ignore("systemd-analyze is not here");
        using var verify = Process.Start(new ProcessStartInfo("/usr/bin/systemd-analyze", ["verify", Path.Combine(Folder, "evalharness-nightly.service"), Path.Combine(Folder, "evalharness-nightly.timer")]) { RedirectStandardError = true, UseShellExecute = false })!;
        var said = verify.StandardError.ReadToEnd();
        verify.WaitForExit();

        Assert.That((verify.ExitCode, said), Is.EqualTo((0, "")));
    }

    private static JsonNode Yaml(string file) => YamlFile.Read(Path.Combine(Folder, file)).Root!;

    private static Dictionary<string, List<string>> Unit(string file)
    {
        Dictionary<string, List<string>> sections = [];
        var section = "";
        foreach (var line in File.ReadAllLines(Path.Combine(Folder, file)).Where(l => l.Length > 0 && l[0] != '#'))
            if (line[0] == '[')
                sections[section = line.Trim('[', ']')] = [];
            else
                sections[section].Add(line);
        return sections;
    }

    private static bool IsCron(string time)
    {
        var fields = time.Split(' ');
        return fields.Length == 5 && fields.Index().All(f => Field().IsMatch(f.Item) && Number().Matches(f.Item.Split('/')[0]).All(n => int.Parse(n.Value, System.Globalization.CultureInfo.InvariantCulture) is var value && value >= Least[f.Index] && value <= Most[f.Index]));
    }

    [GeneratedRegex("^[A-Z]+=")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^(\*|[0-9]+(-[0-9]+)?(,[0-9]+(-[0-9]+)?)*)(/[0-9]+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Field();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
