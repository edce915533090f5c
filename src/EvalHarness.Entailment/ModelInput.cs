namespace EvalHarness.Entailment;

/// <summary>One pair as a model reads it.</summary>
/// <param name="Ids">Its tokens.</param>
/// <param name="Second">Where the claim's segment begins, for models that are told.</param>
internal sealed record ModelInput(int[] Ids, int Second);
