using System.Net;
using System.Security.Cryptography;
using EvalHarness.Server;

namespace EvalHarness.Tests.Server;

public sealed class ServedPagesTests
{
    private ServedRuns runs = null!;

    [OneTimeSetUp]
    public async Task Start() => runs = await ServedRuns.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await runs.DisposeAsync();

    [Test]
    public async Task The_list_has_every_run_with_its_state_and_figures()
    {
        var page = await runs.PageAsync("/");

        Assert.That(runs.Ids, Has.Count.EqualTo(3));
        Assert.That(runs.Ids.Where(id => !page.Contains($"href=\"/runs/{id}/\">{id}</a>", StringComparison.Ordinal)), Is.Empty);
        Assert.That(page, Does.Contain("Answers correct").And.Contain("100.0 %").And.Contain(">finished<").And.Contain("3 samples of test"));
    }

    [Test]
    public async Task A_list_of_one_experiment_leaves_the_others_out()
    {
        Assert.That(await runs.PageAsync("/?experiment=small"), Does.Contain(runs.Ids[0]));
        Assert.That(await runs.PageAsync("/?experiment=%3Cb%3E"), Does.Not.Contain(runs.Ids[0]).And.Contain("&lt;b&gt;").And.Not.Contain("<b>"));
    }

    [Test]
    public async Task A_run_leads_to_its_files_and_they_come_as_they_are()
    {
        var id = runs.Ids[0];
        var page = await runs.PageAsync($"/runs/{id}/");

        foreach (var (file, type) in new[] { ("index.html", "text/html"), ("summary.md", "text/plain"), ("samples.csv", "text/csv"), ("charts/quality.png", "image/png") })
        {
            using var answer = await runs.GetAsync($"/runs/{id}/{file}");

            Assert.That(page, Does.Contain($"\"/runs/{id}/{file}\""));
            Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo(type));
            Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(await File.ReadAllBytesAsync(Path.Combine(runs.Reports, id, file))));
        }
    }

    [Test]
    public async Task A_file_that_a_browser_has_already_is_not_sent_again()
    {
        using var first = await runs.GetAsync($"/runs/{runs.Ids[0]}/index.html");
        using HttpRequestMessage again = new(HttpMethod.Get, first.RequestMessage!.RequestUri);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await runs.Client.SendAsync(again);

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public async Task Two_runs_are_compared_with_intervals()
    {
        Assert.That(await runs.PageAsync("/compare"), Does.Contain("<select name=\"newer\">").And.Contain("<select name=\"older\">").And.Not.Contain("against"));

        var page = await runs.PageAsync($"/compare?newer={runs.Ids[1]}&older={runs.Ids[0]}");

        Assert.That(page, Does.Contain($"<h2>{runs.Ids[1]} against {runs.Ids[0]}</h2>").And.Contain("interval</th>").And.Contain("<td>rag</td><td>Answers correct</td>"));
    }

    [TestCase(2, "samples are in one of the two runs only")]
    [TestCase(0, "this is one run, twice")]
    public async Task Runs_that_cannot_be_compared_are_refused_with_the_reason(int newer, string reason)
    {
        using var answer = await runs.GetAsync($"/compare?newer={runs.Ids[newer]}&older={runs.Ids[0]}");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(reason).And.Contain("<select"));
    }

    [Test]
    public async Task A_run_that_is_not_there_is_refused_in_a_comparison()
    {
        using var answer = await runs.GetAsync($"/compare?newer=..&older={runs.Ids[0]}");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task Trends_join_the_runs_of_an_experiment()
    {
        var page = await runs.PageAsync("/trends");

        Assert.That(page, Does.Contain("small &#183; samples.jsonl &#183; test").And.Contain("Run by run").And.Contain("data:image/svg+xml"));
        Assert.That(runs.Ids.Where(id => !page.Contains($"{id}</a>", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Looking_at_everything_changes_nothing()
    {
        var before = State();

        foreach (var address in new[] { "/", "/trends", $"/runs/{runs.Ids[0]}/", $"/runs/{runs.Ids[0]}/index.html", $"/compare?newer={runs.Ids[1]}&older={runs.Ids[0]}" })
            await runs.PageAsync(address);

        Assert.That(State(), Is.EqualTo(before));
    }

    [Test]
    public async Task What_people_wrote_is_text_and_a_folder_that_is_no_run_is_left_out()
    {
        using TemporaryFolder other = new();
        var manifest = await File.ReadAllTextAsync(Path.Combine(runs.Reports, runs.Ids[0], "run.json"));
        other.Write("hostile/run.json", manifest.Replace("\"command\": \"", "\"command\": \"<script>alert(1)</script> ", StringComparison.Ordinal).Replace("\"name\": \"small\"", "\"name\": \"<img src=x onerror=alert(1)>\"", StringComparison.Ordinal));
        other.Write("damaged/run.json", "{");
        other.Write("unlisted/index.html", "no run");
        await using var served = await ServedRuns.OfAsync(new ServeOptions { Folder = other.FullPath });

        var list = await served.PageAsync("/");
        var run = await served.PageAsync("/runs/hostile/");

        Assert.That(list, Does.Contain("&lt;img src=x").And.Not.Contain("<img").And.Not.Contain("damaged").And.Not.Contain("unlisted"));
        Assert.That(run, Does.Contain("&lt;script&gt;alert(1)").And.Not.Contain("<script>alert"));
        Assert.That((await served.GetAsync("/runs/unlisted/index.html")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_folder_without_runs_says_how_one_appears()
    {
        using TemporaryFolder empty = new();
        await using var served = await ServedRuns.OfAsync(new ServeOptions { Folder = empty.FullPath });

        Assert.That(await served.PageAsync("/"), Does.Contain("evalharness run"));
        Assert.That(await served.PageAsync("/trends"), Does.Contain("two finished runs"));
        Assert.That(await served.PageAsync("/compare"), Does.Contain("Two finished runs are needed"));
    }

    private Dictionary<string, string> State() => Directory.EnumerateFileSystemEntries(runs.Folder.FullPath, "*", SearchOption.AllDirectories)
        .ToDictionary(f => f, f => $"{File.GetLastWriteTimeUtc(f):O} {(File.Exists(f) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))) : "")}");
}
