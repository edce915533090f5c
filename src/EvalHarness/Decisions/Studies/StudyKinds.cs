using EvalHarness.Metrics;

namespace EvalHarness.Decisions.Studies;

/// <summary>The studies there are, in the order of the report.</summary>
public static class StudyKinds
{
    public const string Growth = "growth";

    private static readonly StudyMeasure Right = new(AnswerCorrectness.Id);
    private static readonly StudyMeasure Recall = new("retrieval-recall@");
    private static readonly StudyMeasure Unsupported = new("unsupported-answer");
    private static readonly StudyMeasure Read = new("tokens-in");
    private static readonly StudyMeasure Cost = new("cost-usd");
    private static readonly StudyMeasure Search = new("latency-search-ms", 95);
    private static readonly StudyMeasure Rerank = new("latency-rerank-ms", 99);
    private static readonly StudyMeasure Answering = new("latency-service-ms", 95);

    public static IReadOnlyList<StudyKind> All { get; } =
    [
        new(Growth, "A growing corpus", "What do answers and search lose as the corpus grows?", [Right, Recall, Search]) { ResizesIndex = true },
        new("chunks", "Chunk size and overlap", "How are documents best cut?", [Right, Recall, Read, Search]) { ResizesIndex = true },
        new("passages", "Passages given to the model", "How many passages help, and from where on do they cost more than they bring?", [Right, Recall, Read, Cost]),
        new("search", "Keyword, dense or hybrid search, and the embedder", "Which search finds the evidence?", [Right, Recall, Search]),
        new("rerank", "Re-ranking", "What does re-ranking bring, and what does it add to the slowest answers?", [Right, Recall, Rerank, new StudyMeasure("latency-service-ms", 99)]),
        new("distraction", "Over-retrieval: the evidence alone, and among distractors", "What would perfect retrieval be worth, and what do passages that are no evidence spoil?", [Right, Unsupported, Read]),
        new("learning", "Training-set size", "Would more training data help?", [Right, Unsupported, new StudyMeasure("format-schema")]),
        new("noise", "Label noise in training data", "What do wrong training labels spoil?", [Right, Unsupported, new StudyMeasure("format-schema")]),
        new("wording", "Brittleness: reworded prompts and questions", "Does the answer change when only the wording does?", [Right, new StudyMeasure("format-schema"), Answering]) { IsOfWording = true },
    ];

    /// <summary>Whether some study looks at a metric, or at whether there was an answer at all: others need not be scored.</summary>
    public static bool AskFor(string metric) => metric == "success" || AnswerCorrectness.OrNext.Contains(metric)
        || All.SelectMany(k => k.Measures).Any(m => m.Metric == metric || (m.Metric.EndsWith('@') && metric.StartsWith(m.Metric, StringComparison.Ordinal)));

    /// <exception cref="KeyNotFoundException">There is no such study.</exception>
    public static StudyKind Of(string id) => All.FirstOrDefault(k => k.Id == id) ?? throw new KeyNotFoundException($"no study '{id}'");
}
