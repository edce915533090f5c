using System.Net;
using System.Net.Sockets;
using EvalHarness.Inputs;
using EvalHarness.Server.Files;
using EvalHarness.Server.Guards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EvalHarness.Server;

/// <summary>A folder of runs over HTTP: read only, and to nobody beyond this machine unless a token is set.</summary>
public sealed class ReportServer : IAsyncDisposable
{
    private const int MostConnections = 100;

    // Readers that hang on are cut off.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly WebApplication app;
    private readonly ServedPages pages;

    private ReportServer(WebApplication app, ServedPages pages) => (this.app, this.pages) = (app, pages);

    /// <summary>Without a slash at the end: <c>http://127.0.0.1:5080</c>.</summary>
    public string Url => app.Urls.Single();

    /// <exception cref="InputException">The port is taken, the address is not this machine's, or a token is missing.</exception>
    public static async Task<ReportServer> StartAsync(ServeOptions options, IRunComparison comparison, CancellationToken cancellationToken)
    {
        DemandToken(options);
        var pages = new ServedPages(new ServedFolder(options.Folder), comparison);
        var app = Build(options, pages);
        try
        {
            await app.StartAsync(cancellationToken);
            return new ReportServer(app, pages);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            await app.DisposeAsync();
            pages.Dispose();
            throw new InputException(Problem(options, exception));
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(Patience);
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
        pages.Dispose();
    }

    private static void DemandToken(ServeOptions options)
    {
        if (options.Token is null && !IPAddress.IsLoopback(options.Address))
            throw new InputException(new InputProblem($"--address {options.Address}", "others could read the runs without being asked", "Put a token into an environment variable and name it with --token-env, or leave --address out."));
        if (options.Token is { Length: < ServeOptions.ShortestToken })
            throw new InputException(new InputProblem("--token-env", $"the token has {options.Token.Length} characters", $"Use {ServeOptions.ShortestToken} or more, from a generator: openssl rand -hex 16."));
    }

    // An empty builder: no setting, no environment variable and no file may add an address.
    private static WebApplication Build(ServeOptions options, ServedPages pages)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddSingleton<IHostLifetime, ForegroundLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Listen(options.Address, options.Port);
        });
        var app = builder.Build();
        app.Use(SafetyHeaders.InvokeAsync);
        app.Use(new BugGuard(options.Say).InvokeAsync);
        app.Use(new HostGuard(options.Hosts).InvokeAsync);
        app.Use(MethodGuard.InvokeAsync);
        app.Use(new TokenGuard(options.Token).InvokeAsync);
        app.Run(pages.AnswerAsync);
        return app;
    }

    private static InputProblem Problem(ServeOptions options, Exception exception) => (exception as SocketException ?? exception.GetBaseException() as SocketException)?.SocketErrorCode switch
    {
        SocketError.AddressNotAvailable => new InputProblem($"--address {options.Address}", "this machine has no such address", "Name one of its own, or 0.0.0.0 for all of them."),
        SocketError.AccessDenied => new InputProblem($"--port {options.Port}", "this port may not be opened", "Choose one above 1023, or --port 0 for a free one."),
        SocketError.AddressAlreadyInUse or null => new InputProblem($"--port {options.Port}", "another program has this port", "Choose another one, or --port 0 for a free one."),
        _ => new InputProblem($"--address {options.Address}", $"nothing can be served there ({exception.Message.TrimEnd('.')})", "Name another address or port."),
    };
}
