namespace EvalHarness.Pipelines.Endpoints;

/// <summary>Something that had to be made or done before the first question that counts: an index and its embeddings, an answer to warm up.</summary>
/// <param name="What">For a reader: <c>dense index of corpus/2026-09, 812 passages</c>.</param>
/// <param name="Model">The model as the price table names it; absent when none was called.</param>
/// <param name="Usage">Absent when nothing was used or the endpoint does not say.</param>
/// <param name="FromCache">It was made before, and this is what making it took then.</param>
public sealed record PreparationEntry(string What, string? Model, TokenUsage? Usage, TimeSpan Duration, DateTimeOffset At, bool FromCache)
{
    /// <summary>The calls that it took, with every try; those that the response cache answered spent nothing. Absent when there were none, or it was made before.</summary>
    public IReadOnlyList<ModelCall>? Calls { get; init; }

    /// <summary>The pipeline that it was for; absent where several may share it.</summary>
    public string? Pipeline { get; init; }

    /// <summary>It failed on the way: this is what it had taken until then.</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>The same under another name in the price table.</summary>
    public PreparationEntry PricedAs(string model) => this with { Model = model, Calls = Calls?.Select(c => c with { Model = model }).ToList() };
}
