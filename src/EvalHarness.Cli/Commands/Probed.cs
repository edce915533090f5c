using EvalHarness.Providers.Models;

namespace EvalHarness.Cli.Commands;

/// <summary>A model that was tried, and the pipelines that ask it.</summary>
internal sealed record Probed(ProbeResult Result, IReadOnlyList<string> Pipelines);
