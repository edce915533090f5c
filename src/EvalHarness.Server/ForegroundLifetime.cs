using Microsoft.Extensions.Hosting;

namespace EvalHarness.Server;

/// <summary>Ctrl-C is the program's to hear, not the web host's.</summary>
internal sealed class ForegroundLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
