using EvalHarness.Experiments;

namespace EvalHarness.Cli;

/// <summary>What the harness is put together for.</summary>
/// <param name="Parent">The folder of runs: replies and indexes are kept below it.</param>
/// <param name="AllowsPlugins">Whether programs that the experiment names may be started.</param>
/// <param name="Say">Told what a user should know of the caches.</param>
internal sealed record CompositionOptions(Experiment Experiment, string Parent, bool AllowsPlugins, TimeProvider Time, Action<string> Say);
