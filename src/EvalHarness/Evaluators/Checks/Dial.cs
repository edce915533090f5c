using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Checks;

/// <summary>One thing that a gauge measures.</summary>
/// <param name="Suffix">What follows the metric's id and a hyphen; empty for the one that carries the id itself.</param>
/// <param name="Direction">Which way is better where the user says nothing else.</param>
internal sealed record Dial(string Suffix, Unit Unit, Direction Direction);
