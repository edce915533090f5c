namespace EvalHarness.Reports.Html.Rows;

/// <summary>One pipeline's answer to one sample, as the page reads it.</summary>
public sealed record ResultEntry
{
    /// <summary>The pipeline's place in the report.</summary>
    public required int Pipeline { get; init; }

    public int? Repeat { get; init; }

    /// <summary><c>answered</c>, <c>abstained</c> or <c>failed</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it went wrong: the place in the page's causes; absent when it did not.</summary>
    public int? Cause { get; init; }

    public PackedText? Error { get; init; }

    /// <summary>What is said to the asker.</summary>
    public PackedText? Text { get; init; }

    /// <summary>The place among the shared lists of the whole reply, where it is more than its text.</summary>
    public int? Reply { get; init; }

    /// <summary>Sentence and document.</summary>
    public IReadOnlyList<PackedText[]>? Citations { get; init; }

    /// <summary>What became of the citations, by sentence, each as columns: sentence, 1 when what it cites supports it, document and resolution in turn, the document that supports it instead.</summary>
    public IReadOnlyList<object?[]>? Cited { get; init; }

    /// <summary>Of the metrics that are scored, in the report's order; rounded to six digits.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>The place among the shared lists of one letter per metric: s scored, a not applicable, n not scored, f failed, - no score.</summary>
    public required int Outcomes { get; init; }

    /// <summary>The place among the shared lists of reasons by the metric's place in the report.</summary>
    public required int Reasons { get; init; }

    /// <summary>Per score that has claims.</summary>
    public IReadOnlyList<ClaimList>? Claims { get; init; }

    /// <summary>Metric's place, then what its score's detail says, line by line.</summary>
    public IReadOnlyList<object[]>? Details { get; init; }

    /// <summary>The place among the shared lists of places in the block's passages, each with its score.</summary>
    public int? Passages { get; init; }

    /// <summary>The place among the shared lists of the best ten, each as columns: id, document, rank before, rank after, 1 when given, score parts as name and value in turn, matched terms.</summary>
    public int? Candidates { get; init; }

    public UsageEntry? Usage { get; init; }

    public PackedText? Model { get; init; }

    /// <summary>Name and milliseconds: the whole first, with retries where there were any, then the stages.</summary>
    public required IReadOnlyList<object[]> Times { get; init; }

    public int? Attempt { get; init; }

    /// <summary>Lines on calls that were tried again, failed, or came from the cache.</summary>
    public IReadOnlyList<PackedText>? Tries { get; init; }
}

/// <summary>Tokens; absent parts are none.</summary>
public sealed record UsageEntry(long Input, long Output, long? CacheRead, long? CacheWrite, long? Reasoning, int Calls);
