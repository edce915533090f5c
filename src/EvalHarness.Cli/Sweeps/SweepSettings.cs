using EvalHarness.Experiments.Sweeps;

namespace EvalHarness.Cli.Sweeps;

/// <summary>A sweep as the command line asks for it.</summary>
/// <param name="Parent">The folder of runs.</param>
/// <param name="Tag">Whose slices are told; none when absent.</param>
/// <param name="ConfirmOn">The split that confirms; absent when nothing is confirmed.</param>
/// <param name="Limit">Rows of each split; all of them when absent.</param>
/// <param name="AlwaysNew">Whether everything is asked anew.</param>
/// <param name="Format">How results are printed.</param>
/// <param name="Command">As it was typed.</param>
internal sealed record SweepSettings(string Parent, SweepPlan Plan, string Quantile, string? Tag, string? ConfirmOn, int? Limit, bool AlwaysNew, bool AllowsPlugins, string Format, string Command);
