using EvalHarness.Gates;

namespace EvalHarness.Cli.Nightly;

/// <summary>A night as the command line asks for it.</summary>
/// <param name="History">The folder of the history.</param>
/// <param name="Parent">The parent folder of runs.</param>
/// <param name="Subset">Rows a night, in rotation; all of them when absent.</param>
/// <param name="Margin">Of the default guardrail; the policy has its own.</param>
/// <param name="Anchors">What is scored anew beside the night, as <c>evaluator=file</c>.</param>
/// <param name="Command">As it was typed.</param>
internal sealed record NightlySettings(string History, string Parent, string? Candidate, string? Champion, Policy? Policy, double? Margin, int? Subset, IReadOnlyList<string> Anchors, bool AllowsPlugins, string Command);
