namespace EvalHarness.Pipelines;

/// <summary>What a pipeline gave back.</summary>
public sealed record Answer
{
    /// <summary>The reply as it came, before anything is parsed or trimmed.</summary>
    public required string Text { get; init; }

    /// <summary>The passages that the model was given, best first; absent (not empty) for a pipeline that does not retrieve.</summary>
    public IReadOnlyList<Passage>? Passages { get; init; }

    /// <summary>What retrieval considered, the best fifty: why a passage was or was not given.</summary>
    public IReadOnlyList<Candidate>? Candidates { get; init; }

    /// <summary>Absent when the pipeline does not say: its cost is then unknown, never 0.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>Documents that a service says it cites, by id; absent when the reply itself holds the citations, or nothing does.</summary>
    public IReadOnlyList<string>? Citations { get; init; }

    /// <summary>Why generation ended, as the provider names it: <c>stop</c>, <c>length</c>, <c>content_filter</c>.</summary>
    public string? FinishReason { get; init; }

    /// <summary>The model that says it answered, as a price table names it.</summary>
    public string? Model { get; init; }

    /// <summary>Made elsewhere and looked up: how long the look-up took says nothing of the system.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>What a recorded answer took when it was made; absent when the recording does not say.</summary>
    public TimeSpan? RecordedLatency { get; init; }

    /// <summary>What a judge gave it where it was made, by name, on a scale of its own; absent when the recording has none.</summary>
    public IReadOnlyDictionary<string, double>? RecordedScores { get; init; }
}
