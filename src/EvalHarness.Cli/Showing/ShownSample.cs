using EvalHarness.Datasets;

namespace EvalHarness.Cli.Showing;

/// <summary>One sample and what every pipeline made of it, in the order of the run.</summary>
internal sealed record ShownSample(string Run, Sample Sample, IReadOnlyList<ShownAnswer> Answers);
