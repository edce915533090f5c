using EvalHarness.Providers.Models;

namespace EvalHarness.Cli.Commands;

/// <summary>A call that is to be tried, once for all that make it alike.</summary>
/// <param name="Asked">What is tried, before it is.</param>
/// <param name="Pipelines">Who asks: pipelines by name, judges as <c>judge strict</c>.</param>
internal sealed record PlannedProbe(ProbeResult Asked, IReadOnlyList<string> Pipelines, Func<CancellationToken, Task<ProbeResult>> ProbeAsync);
