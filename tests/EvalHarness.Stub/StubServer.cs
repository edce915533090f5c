using System.Net;
using EvalHarness.Stub.Apis;
using EvalHarness.Stub.Counts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace EvalHarness.Stub;

/// <summary>A server of models and services on this machine alone, on a free port: real HTTP, and wrong in any way that is wanted.</summary>
public sealed class StubServer : IAsyncDisposable
{
    // Long enough for the last bytes of a response to be counted.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly WebApplication app;
    private readonly StubLedger ledger;
    private readonly StubOptions options;

    private StubServer(WebApplication app, StubLedger ledger, StubOptions options) => (this.app, this.ledger, this.options) = (app, ledger, options);

    /// <summary>Without a slash at the end: <c>http://127.0.0.1:51234</c>.</summary>
    public string Url => app.Urls.Single();

    /// <summary>The counts as they stand; of a request that is just being answered they may lack the end.</summary>
    public StubCounts Counts => ledger.Counts;

    /// <summary>Every request as it came, in order of arrival.</summary>
    public IReadOnlyList<StubReceived> Received => ledger.Received;

    public static async Task<StubServer> StartAsync(StubOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new StubOptions();
        var ledger = new StubLedger();
        var app = Build(options);
        foreach (var api in (IStubApi[])[new OpenAiChat(), new AnthropicMessages(), new Embeddings(options.Dimensions), new Rerank(), new AskService()])
            foreach (var route in api.Routes)
                app.MapPost(route, new StubEndpoint(api, options, ledger).HandleAsync);
        app.MapGet("/v1/models", new StubModels(options, ledger).HandleAsync);
        app.MapPost("/hooks/{name}", new StubHook(options, ledger).HandleAsync);
        app.MapFallback(new StubNowhere(options, ledger).HandleAsync);
        await app.StartAsync(cancellationToken);
        return new StubServer(app, ledger, options);
    }

    /// <summary>The counts once no request is under way.</summary>
    /// <exception cref="TimeoutException">Requests are still under way after five seconds.</exception>
    public async Task<StubCounts> QuietCountsAsync()
    {
        var started = options.Time.GetTimestamp();
        while (Counts.InFlight > 0)
        {
            if (options.Time.GetElapsedTime(started) > Patience)
                throw new TimeoutException($"{Counts.InFlight} requests are still under way");
            await Task.Delay(5);
        }

        return Counts;
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
    }

    private static WebApplication Build(StubOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, listen => Listen(listen, options.Protocol));
        });
        return builder.Build();
    }

    private static void Listen(ListenOptions listen, StubProtocol protocol)
    {
        listen.Protocols = protocol switch
        {
            StubProtocol.Http1 => HttpProtocols.Http1,
            StubProtocol.Http2 => HttpProtocols.Http2,
            _ => HttpProtocols.Http1AndHttp2,
        };
        if (protocol == StubProtocol.Http2OverTls)
            listen.UseHttps(StubCertificate.Make());
    }
}
