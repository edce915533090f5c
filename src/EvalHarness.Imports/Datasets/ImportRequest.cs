namespace EvalHarness.Imports.Datasets;

/// <summary>What is imported.</summary>
/// <param name="Source">A file; for some formats a folder.</param>
/// <param name="Map">Where in a row things stand, instead of where the format says: <c>question</c> → <c>prompt</c>.</param>
/// <param name="Where">Only rows whose columns have these values.</param>
/// <param name="Split">The split that samples are put into; of a format that has splits, the one that is read.</param>
public sealed record ImportRequest(
    string Source,
    IReadOnlyDictionary<string, string> Map,
    IReadOnlyDictionary<string, string> Where,
    string? Split);
