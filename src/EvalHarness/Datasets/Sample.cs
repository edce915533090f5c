using System.Text.Json.Nodes;

namespace EvalHarness.Datasets;

/// <summary>One gold sample: a question and what is known about its right answer. Pipelines never see it.</summary>
public sealed record Sample
{
    /// <summary>Unique within the dataset.</summary>
    public required string Id { get; init; }

    /// <summary>Which part of the dataset it belongs to: thresholds are chosen on <c>dev</c>, figures come from <c>test</c>.</summary>
    public string Split { get; init; } = "test";

    /// <summary>The question; of a conversation its last turn.</summary>
    public string Question { get; init; } = "";

    /// <summary>A conversation whose last turn is the question; empty for a single question.</summary>
    public IReadOnlyList<Message> Messages { get; init; } = [];

    /// <summary>Facts about the asker that are sent with the question, or filters.</summary>
    public IReadOnlyDictionary<string, string> Context { get; init; } = EmptyMap;

    /// <summary>Right answers in several phrasings, the best first; empty exactly when <see cref="Unanswerable"/> or <see cref="Unlabelled"/>.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>What was right before a fact changed: an answer that gives it is stale.</summary>
    public IReadOnlyList<string> SupersededAnswers { get; init; } = [];

    /// <summary>Where the answer stands: all of it is needed.</summary>
    public IReadOnlyList<GoldEvidence> Evidence { get; init; } = [];

    /// <summary>The corpus does not say: the right reply abstains.</summary>
    public bool Unanswerable { get; init; }

    /// <summary>Nobody has said what the right answer is: nothing is scored against one.</summary>
    public bool Unlabelled { get; init; }

    /// <summary>The structured fields of the right reply.</summary>
    public JsonObject? Expected { get; init; }

    /// <summary>The sample's source document: rows of one cluster are not independent. Its own id when absent.</summary>
    public string? Cluster { get; init; }

    /// <summary>Slices: topic, volatility, length and the like.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = EmptyMap;

    private static readonly IReadOnlyDictionary<string, string> EmptyMap = new Dictionary<string, string>();
}
