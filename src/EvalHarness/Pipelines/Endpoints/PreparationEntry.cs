namespace EvalHarness.Pipelines.Endpoints;

/// <summary>Something that had to be made before the first question: an index, its embeddings.</summary>
/// <param name="What">For a reader: <c>dense index of corpus/2026-09, 812 passages</c>.</param>
/// <param name="Model">The model as the price table names it; absent when none was called.</param>
/// <param name="Usage">Absent when nothing was used or the endpoint does not say.</param>
/// <param name="FromCache">It was made before, and this is what making it took then.</param>
public sealed record PreparationEntry(string What, string? Model, TokenUsage? Usage, TimeSpan Duration, DateTimeOffset At, bool FromCache);
