namespace EvalHarness.Promotions;

/// <summary>The models that somebody says are served.</summary>
/// <param name="Names">Absent when there was no answer.</param>
/// <param name="Problem">Why there was none.</param>
public sealed record ServedModels(IReadOnlyList<string>? Names, string? Problem);
