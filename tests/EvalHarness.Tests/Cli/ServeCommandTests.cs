using System.Net;
using System.Net.Sockets;

namespace EvalHarness.Tests.Cli;

internal sealed class ServeCommandTests
{
    private CommandLine cli = null!;

    [SetUp]
    public void Start() => cli = new CommandLine();

    [TearDown]
    public void Remove() => cli.Dispose();

    [Test]
    public async Task It_serves_until_Ctrl_C_and_exits_4()
    {
        Directory.CreateDirectory(cli.Reports);
        var port = FreePort();
        using var process = CliProcess.Start("serve", cli.Reports, "--port", $"{port}");

        using HttpClient client = new();
        var page = await AnsweredAsync(client, new Uri($"http://127.0.0.1:{port}/"), process);
        process.Interrupt();
        var result = await process.EndAsync();

        Assert.That(page, Does.Contain("There is no run here yet"));
        Assert.That(result.ExitCode, Is.EqualTo(4), result.Error);
        Assert.That(result.Output.Trim(), Is.EqualTo($"serving {cli.Reports} at http://127.0.0.1:{port}"));
        Assert.That(result.Error, Does.Not.Contain("bug"));
    }

    [Test]
    public async Task A_port_that_is_taken_exits_3()
    {
        Directory.CreateDirectory(cli.Reports);
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var result = await cli.RunAsync("serve", cli.Reports, "--port", $"{port}");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error.Trim(), Is.EqualTo($"error: --port {port}: another program has this port. Choose another one, or --port 0 for a free one."));
    }

    [TestCase("there is no such folder", "nowhere")]
    [TestCase("'everywhere' is no address", ".", "--address", "everywhere")]
    [TestCase("--address 0.0.0.0: others could read", ".", "--address", "0.0.0.0")]
    [TestCase("--port must be from 0 to 65535", ".", "--port", "70000")]
    [TestCase("EVALHARNESS_NO_SUCH_TOKEN is not set", ".", "--token-env", "EVALHARNESS_NO_SUCH_TOKEN")]
    public async Task What_cannot_be_served_exits_3_and_says_why(string reason, params string[] arguments)
    {
        var result = await cli.RunAsync(["serve", cli.Folder[arguments[0]], .. arguments[1..]]);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain(reason));
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<string> AnsweredAsync(HttpClient client, Uri address, CliProcess process)
    {
        while (!process.HasExited)
        {
            try
            {
                return await client.GetStringAsync(address);
            }
            catch (HttpRequestException)
            {
                // It is not up yet.
                await Task.Delay(20);
            }
        }

        return "it ended";
    }
}
