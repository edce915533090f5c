using System.Net;
using EvalHarness.Inputs;
using EvalHarness.Server;

namespace EvalHarness.Tests.Server;

public sealed class ServerGuardTests
{
    private const string Secret = "nobody may read this";

    private ServedRuns runs = null!;

    private string Run => $"/runs/{runs.Ids[0]}";

    [OneTimeSetUp]
    public async Task Start()
    {
        runs = await ServedRuns.StartAsync();
        runs.Folder.Write("outside.md", Secret);
        runs.Folder.Write("elsewhere/run.json", await File.ReadAllTextAsync(Path.Combine(runs.Reports, runs.Ids[0], "run.json")));
        runs.Folder.Write("elsewhere/outside.md", Secret);
        runs.Folder.Write($"reports/{runs.Ids[0]}/.hidden.md", Secret);
        runs.Folder.Write("reports/.cache/outside.md", Secret);
        File.CreateSymbolicLink(Path.Combine(runs.Reports, runs.Ids[0], "link.md"), runs.Folder["outside.md"]);
        Directory.CreateSymbolicLink(Path.Combine(runs.Reports, "linked"), runs.Folder["elsewhere"]);
    }

    [OneTimeTearDown]
    public async Task Stop() => await runs.DisposeAsync();

    [TestCase("{run}/../../outside.md")]
    [TestCase("{run}/%2e%2e/%2e%2e/outside.md")]
    [TestCase("{run}/..%2f..%2foutside.md")]
    [TestCase("{run}/..%5c..%5coutside.md")]
    [TestCase(@"{run}/..\..\outside.md")]
    [TestCase("{run}/%252e%252e/%252e%252e/outside.md")]
    [TestCase("{run}/charts/%2e%2e/%2e%2e/%2e%2e/outside.md")]
    [TestCase("{run}//outside.md")]
    [TestCase("{run}/./../../outside.md")]
    [TestCase("{run}/outside.md%00.png")]
    [TestCase("{run}/%c0%ae%c0%ae/%c0%ae%c0%ae/outside.md")]
    [TestCase("/runs/../outside.md")]
    [TestCase("/runs/%2e%2e/outside.md")]
    [TestCase("/runs/..%2foutside.md")]
    [TestCase("/runs/.cache/outside.md")]
    [TestCase("{run}/.hidden.md")]
    [TestCase("{run}/link.md")]
    [TestCase("/runs/linked/outside.md")]
    [TestCase("/runs/linked/")]
    [TestCase("/outside.md")]
    [TestCase("{run}/run.db")]
    [TestCase("{run}/run.lock")]
    public async Task Nothing_but_reports_is_served(string path)
    {
        var answer = await runs.RawAsync(path.Replace("{run}", Run, StringComparison.Ordinal));

        Assert.That(answer, Does.Match(@"^HTTP/1\.1 (400|404) ").And.Not.Contain(Secret).And.Not.Contain("SQLite"));
    }

    [Test]
    public async Task A_report_is_served_by_the_same_means()
    {
        Assert.That(await runs.RawAsync($"{Run}/summary.md"), Does.StartWith("HTTP/1.1 200 "));
        Assert.That(await runs.PageAsync("/"), Does.Not.Contain("linked"));
    }

    [TestCase("evil.example", 421)]
    [TestCase("evil.example:{port}", 421)]
    [TestCase("127.0.0.1:1", 421)]
    [TestCase("127.0.0.1", 421)]
    [TestCase("127.0.0.2:{port}", 421)]
    [TestCase("localhost.evil.example:{port}", 421)]
    [TestCase("", 421)]
    [TestCase("localhost:{port}", 200)]
    [TestCase("127.0.0.1:{port}", 200)]
    public async Task Only_the_address_that_it_has_is_answered(string host, int status)
    {
        var answer = await runs.RawAsync("/", host.Replace("{port}", $"{runs.Address.Port}", StringComparison.Ordinal));

        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status} "));
        Assert.That(answer.Contains(runs.Ids[0], StringComparison.Ordinal), Is.EqualTo(status == 200));
    }

    [Test]
    public async Task A_name_that_was_allowed_is_answered()
    {
        await using var served = await ServedRuns.OfAsync(new ServeOptions { Folder = runs.Reports, Hosts = ["reports.example.org"] });

        Assert.That(await served.RawAsync("/", "Reports.Example.org"), Does.StartWith("HTTP/1.1 200 "));
        Assert.That(await served.RawAsync("/", "other.example.org"), Does.StartWith("HTTP/1.1 421 "));
    }

    [TestCase("POST")]
    [TestCase("PUT")]
    [TestCase("DELETE")]
    [TestCase("PATCH")]
    [TestCase("OPTIONS")]
    [TestCase("PROPFIND")]
    public async Task Nothing_can_be_changed(string method)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri("/", UriKind.Relative));
        using var answer = await runs.Client.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(answer.Content.Headers.Allow, Is.EquivalentTo(new[] { "GET", "HEAD" }));
    }

    [TestCase("/")]
    [TestCase("{run}/index.html")]
    public async Task HEAD_tells_all_but_the_page(string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Head, new Uri(path.Replace("{run}", Run, StringComparison.Ordinal), UriKind.Relative));
        using var answer = await runs.Client.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [TestCase("/", "default-src 'none'; script-src 'sha256-")]
    [TestCase("{run}/index.html", "default-src 'none'; script-src 'sha256-")]
    [TestCase("{run}/summary.md", "default-src 'none'; sandbox")]
    [TestCase("/nowhere", "default-src 'none'; script-src 'sha256-")]
    public async Task A_browser_is_told_to_trust_nothing_else(string path, string policy)
    {
        using var answer = await runs.GetAsync(path.Replace("{run}", Run, StringComparison.Ordinal));

        string Header(string name) => string.Join(", ", answer.Headers.GetValues(name));
        Assert.That(Header("Content-Security-Policy"), Does.StartWith(policy).And.EndsWith("frame-ancestors 'none'").And.Not.Contain("unsafe"));
        Assert.That((Header("X-Content-Type-Options"), Header("Referrer-Policy"), Header("X-Frame-Options"), Header("Cross-Origin-Resource-Policy")), Is.EqualTo(("nosniff", "no-referrer", "DENY", "same-origin")));
        Assert.That(answer.Headers.Server, Is.Empty);
    }

    [Test]
    public void A_page_without_a_policy_of_ours_runs_nothing()
    {
        foreach (var html in new[] { "<script>alert(1)</script>", "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src *\">", new string(' ', 5000) + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">" })
            Assert.That(EvalHarness.Server.Files.PagePolicy.Of(html), Does.StartWith("default-src 'none'; sandbox"));
    }

    [Test]
    public void Beyond_this_machine_nothing_is_served_without_a_token()
    {
        Assert.That(() => ServedRuns.Server(new ServeOptions { Folder = runs.Reports, Address = IPAddress.Any, Port = 0 }),
            Throws.TypeOf<InputException>().With.Message.Contains("--address 0.0.0.0: others could read").And.Message.Contains("--token-env"));
        Assert.That(() => ServedRuns.Server(new ServeOptions { Folder = runs.Reports, Address = IPAddress.Any, Port = 0, Token = "short" }),
            Throws.TypeOf<InputException>().With.Message.Contains("the token has 5 characters").And.Message.Contains("openssl rand"));
    }

    [Test]
    public void A_port_that_is_taken_names_it_and_the_mend()
    {
        Assert.That(() => ServedRuns.Server(new ServeOptions { Folder = runs.Reports, Port = runs.Address.Port }),
            Throws.TypeOf<InputException>().With.Message.EqualTo($"--port {runs.Address.Port}: another program has this port. Choose another one, or --port 0 for a free one."));
    }

    [Test]
    public void An_address_of_another_machine_is_told()
    {
        Assert.That(() => ServedRuns.Server(new ServeOptions { Folder = runs.Reports, Address = IPAddress.Parse("192.0.2.1"), Port = 0, Token = new string('t', 32) }),
            Throws.TypeOf<InputException>().With.Message.Contains("this machine has no such address"));
    }
}
