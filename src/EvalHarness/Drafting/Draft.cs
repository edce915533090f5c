using System.Text.Json.Serialization;
using EvalHarness.Datasets;

namespace EvalHarness.Drafting;

/// <summary>A gold sample that a model has proposed: a line of the drafts file, docs/schemas/drafts.schema.json. It counts for nothing until a person has accepted it.</summary>
public sealed record Draft
{
    /// <summary>The flag of a question that the model answers without the corpus: it measures the model's memory.</summary>
    public const string ClosedBookFlag = "answerable closed-book";

    /// <summary>Follows from what is asked of which passages: the same slot has the same id.</summary>
    public required string Id { get; init; }

    public required DraftKind Kind { get; init; }

    public required Phrasing Phrasing { get; init; }

    /// <summary>Ids of the documents that it was drafted from, the first its cluster.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>Absent when no reply could be read.</summary>
    public string? Question { get; init; }

    /// <summary>The best first; empty when unanswerable.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    public IReadOnlyList<string> SupersededAnswers { get; init; } = [];

    /// <summary>Verbatim; of an unanswerable question what comes nearest.</summary>
    public IReadOnlyList<GoldEvidence> Evidence { get; init; } = [];

    /// <summary>Verbatim from the earlier snapshot.</summary>
    public string? EarlierQuote { get; init; }

    /// <summary>Without any passage; absent where it was not tried.</summary>
    public ProbedAnswer? ClosedBook { get; init; }

    /// <summary>From the quotes alone; of an unanswerable question from passages of the corpus.</summary>
    public ProbedAnswer? Oracle { get; init; }

    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Absent for a candidate.</summary>
    public Refusal? Refused { get; init; }

    /// <summary>Of the model that drafted and was probed, as it was asked for.</summary>
    public required string Model { get; init; }

    /// <summary>SHA-256 over the prompts that had a part in it, shortened.</summary>
    public required string Prompts { get; init; }

    /// <summary>SHA-256 of the corpus, shortened.</summary>
    public required string Corpus { get; init; }

    /// <summary>Of the earlier snapshot; absent where it had no part.</summary>
    public string? Previous { get; init; }

    /// <summary>Absent when unanswerable.</summary>
    [JsonIgnore]
    public string? BestAnswer => Answers is [var best, ..] ? best : null;

    public Draft Refuse(RefusalReason reason, string detail) => this with { Refused = new Refusal(reason, detail) };
}
