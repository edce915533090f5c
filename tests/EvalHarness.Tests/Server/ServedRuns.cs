using System.Net.Sockets;
using System.Text;
using EvalHarness.Cli.Serving;
using EvalHarness.Cli.Terminal;
using EvalHarness.Server;
using EvalHarness.Tests.Cli;

namespace EvalHarness.Tests.Server;

/// <summary>Small recorded runs, and a server of their folder on a free port.</summary>
internal sealed class ServedRuns : IAsyncDisposable
{
    private readonly CommandLine cli = new();
    private ReportServer? server;

    public TemporaryFolder Folder => cli.Folder;

    public string Reports => cli.Reports;

    /// <summary>Ids, the oldest first.</summary>
    public IReadOnlyList<string> Ids => [.. Directory.GetDirectories(Reports).Select(d => Path.GetFileName(d)).Where(n => n.Contains("-small", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public HttpClient Client { get; private set; } = new();

    public Uri Address => Client.BaseAddress!;

    /// <summary>Two runs of three samples, and a third of one sample.</summary>
    public static async Task<ServedRuns> StartAsync(ServeOptions? options = null)
    {
        ServedRuns runs = new();
        foreach (var more in new string[][] { ["--new"], ["--new"], ["--new", "--limit", "1"] })
            Assert.That((await runs.cli.EvaluateAsync(more)).ExitCode, Is.Zero);
        await runs.ServeAsync(options ?? new ServeOptions { Folder = runs.Reports });
        return runs;
    }

    /// <summary>The server of another folder, or with a token.</summary>
    public static async Task<ServedRuns> OfAsync(ServeOptions options)
    {
        ServedRuns runs = new();
        await runs.ServeAsync(options);
        return runs;
    }

    public static ReportServer Server(ServeOptions options) => ReportServer.StartAsync(options, Comparison(options.Folder), CancellationToken.None).GetAwaiter().GetResult();

    public Task<string> PageAsync(string address) => Client.GetStringAsync(new Uri(address, UriKind.Relative));

    public Task<HttpResponseMessage> GetAsync(string address) => Client.GetAsync(new Uri(address, UriKind.Relative));

    /// <summary>A request as it is spelled: a client library would tidy up the path.</summary>
    /// <returns>The whole answer.</returns>
    public async Task<string> RawAsync(string path, string? host = null)
    {
        using TcpClient client = new();
        await client.ConnectAsync(Address.Host, Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host ?? Address.Authority}\r\nConnection: close\r\n\r\n"));
        using StreamReader reader = new(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (server is not null)
            await server.DisposeAsync();
        cli.Dispose();
    }

    private async Task ServeAsync(ServeOptions options)
    {
        server = await ReportServer.StartAsync(options with { Port = 0 }, Comparison(options.Folder), CancellationToken.None);
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Url) };
    }

    private static ServedComparison Comparison(string folder) => new(folder, new TerminalOutput(TextWriter.Null, TextWriter.Null), TimeProvider.System);
}
