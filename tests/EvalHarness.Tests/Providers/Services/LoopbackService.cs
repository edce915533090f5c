using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EvalHarness.Tests.Providers.Services;

/// <summary>A service on loopback that answers every request as the test says, and keeps what it was sent.</summary>
internal sealed class LoopbackService : IAsyncDisposable
{
    private readonly WebApplication server;

    private LoopbackService(WebApplication server) => this.server = server;

    public List<string> Bodies { get; } = [];

    public List<string> Queries { get; } = [];

    public List<Dictionary<string, string>> Headers { get; } = [];

    public string Url => server.Urls.Single();

    public static async Task<LoopbackService> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var service = new LoopbackService(builder.Build());
        service.server.Run(async context =>
        {
            await service.KeepAsync(context.Request);
            await answer(context);
        });
        await service.server.StartAsync();
        return service;
    }

    public static Task<LoopbackService> StartAsync(string body, string contentType = "application/json") =>
        StartAsync(Encoding.UTF8.GetBytes(body), contentType);

    public static Task<LoopbackService> StartAsync(byte[] body, string contentType) => StartAsync(async context =>
    {
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(body);
    });

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task KeepAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        Bodies.Add(await reader.ReadToEndAsync());
        Queries.Add(request.Path + request.QueryString.Value);
        Headers.Add(request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
    }
}
