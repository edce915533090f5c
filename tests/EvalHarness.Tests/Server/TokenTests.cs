using System.Net;
using EvalHarness.Server;

namespace EvalHarness.Tests.Server;

public sealed class TokenTests
{
    private const string Token = "correct-horse-battery-staple";

    private TemporaryFolder folder = null!;
    private ServedRuns runs = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        folder = new TemporaryFolder();
        runs = await ServedRuns.OfAsync(new ServeOptions { Folder = folder.FullPath, Token = Token });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await runs.DisposeAsync();
        folder.Dispose();
    }

    [TestCase("/", null, null)]
    [TestCase("/trends", null, null)]
    [TestCase("/runs/x/index.html", null, null)]
    [TestCase("/?token=wrong", null, null)]
    [TestCase("/?token=", null, null)]
    [TestCase("/?token=correct-horse-battery-stapl", null, null)]
    [TestCase("/", "Bearer wrong", null)]
    [TestCase("/", "Bearer", null)]
    [TestCase("/", "Basic correct-horse-battery-staple", null)]
    [TestCase("/", null, "correct-horse-battery-staple")]
    [TestCase("/", null, "")]
    public async Task Without_the_token_there_is_nothing_to_see(string path, string? authorization, string? cookie)
    {
        using var answer = await SendAsync(path, authorization, cookie);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(answer.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Bearer"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("A token is needed").And.Not.Contain(Token).And.Not.Contain("evalharness run"));
    }

    [Test]
    public async Task The_token_as_a_bearer_lets_in()
    {
        using var answer = await SendAsync("/", $"Bearer {Token}", null);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
    }

    [Test]
    public async Task The_token_in_the_address_is_asked_for_once()
    {
        using var welcome = await SendAsync($"/trends?token={Token}", null, null);
        var set = welcome.Headers.GetValues("Set-Cookie").Single();
        using var answer = await SendAsync("/trends", null, set.Split(';')[0].Split('=')[1]);

        Assert.That(set, Does.Contain("httponly").IgnoreCase.And.Contain("samesite=strict").IgnoreCase.And.Contain("path=/").And.Not.Contain(Token));
        Assert.That(await welcome.Content.ReadAsStringAsync(), Does.Contain("url=/trends\"").And.Not.Contain(Token));
        Assert.That(welcome.Headers.CacheControl?.NoStore, Is.True);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_cookie_of_another_server_is_worth_nothing()
    {
        await using var other = await ServedRuns.OfAsync(new ServeOptions { Folder = folder.FullPath, Token = Token });
        using var welcome = await other.GetAsync($"/?token={Token}");

        using var answer = await SendAsync("/", null, welcome.Headers.GetValues("Set-Cookie").Single().Split(';')[0].Split('=')[1]);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string? authorization, string? cookie)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (cookie is not null)
            request.Headers.Add("Cookie", $"evalharness-{runs.Address.Port}={cookie}");
        return await runs.Client.SendAsync(request);
    }
}
