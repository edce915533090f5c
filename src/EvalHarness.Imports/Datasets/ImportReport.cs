namespace EvalHarness.Imports.Datasets;

/// <summary>What an import made, and what it could not carry over.</summary>
/// <param name="Target">The file of samples.</param>
/// <param name="Corpus">The folder of articles; absent for a format without.</param>
/// <param name="Unlabelled">Samples without a gold answer.</param>
public sealed record ImportReport(string Target, int Samples, int Unlabelled, string? Corpus, int Documents, IReadOnlyList<LeftOutKind> LeftOut);
