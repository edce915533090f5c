namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>One thing that the verifier reads of a claim and its evidence.</summary>
/// <param name="Name">As in the weights and in the export; kebab-case.</param>
/// <param name="Direction">+1: more of it can only raise the support, −1: only lower it, 0: either way. Training holds to it.</param>
/// <param name="Meaning">What it measures, with unit and range.</param>
/// <param name="GrowsWithLength">A count, which longer claims have more of: left out in the ablation.</param>
internal sealed record Feature(string Name, int Direction, string Meaning, bool GrowsWithLength = false);
