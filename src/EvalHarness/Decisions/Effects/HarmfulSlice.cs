using EvalHarness.Decisions.Matrix;

namespace EvalHarness.Decisions.Effects;

/// <summary>A slice on which the tuned model answers worse with passages than without.</summary>
/// <param name="Contrast">Fine-tuned against hybrid, in right answers; its p is adjusted over all slices (Benjamini–Hochberg: for exploration).</param>
public sealed record HarmfulSlice(string Slice, ArmContrast Contrast);
