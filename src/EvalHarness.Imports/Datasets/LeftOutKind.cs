namespace EvalHarness.Imports.Datasets;

/// <summary>One kind of thing that was not carried over.</summary>
/// <param name="Examples">Where the first few stand.</param>
public sealed record LeftOutKind(string What, int Count, IReadOnlyList<string> Examples);
