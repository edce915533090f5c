using EvalHarness.Metrics;

namespace EvalHarness.Decisions.Matrix;

/// <summary>The rules of the matrix: which measure decides a criterion, and what is too small to matter.</summary>
public static class Criteria
{
    private static readonly IMeasure[] Quality =
    [
        new MetricMeasure(AnswerCorrectness.Id, Unit.Ratio, Direction.Higher),
        new MetricMeasure("token-f1", Unit.Ratio, Direction.Higher),
        new MetricMeasure("exact-match", Unit.YesNo, Direction.Higher),
    ];

    /// <summary>In the order of the matrix.</summary>
    public static IReadOnlyList<Criterion> All { get; } =
    [
        new("quality", "Right answers", "Whose answers are right?", "quality", Quality, 0.05, "Gold answers in the dataset (answers)."),
        new("data-changes", "Data change often", "Who gives answers that are no longer true?", "freshness",
            [Lower("stale-answer")], 0.05, "What was right before, in the dataset (superseded_answers)."),
        new("citations", "Sources must be cited", "Of the answers given, how many can a reader verify, sentence by sentence, in what they cite?", "citations",
            [new ShareMeasure("answers-verifiable", "citation-recall", 1)], 0.05, "A corpus in the experiment, and where replies have their citations (answer.citations)."),
        new("grounded", "Nothing may be made up", "Who says what nothing in the corpus supports?", "quality",
            [Lower("unsupported-answer")], 0.05, "A corpus in the experiment."),
        new("format", "Consistent output format", "Whose replies meet the schema?", "format",
            [Higher("format-schema"), Higher("format-strict"), Higher("format-lenient")], 0.02, "A schema in the experiment (answer.schema)."),
        new("narrow-domain", "Narrow and stable domain", "Whose answers are right on topics that training did not have?", "quality", Quality, 0.05,
            "A tag for questions on topics outside of the training data, named in the decision file (slices: { unseen: \"novelty=unseen topic\" }).") { Slice = SliceRoles.Unseen },
        new("out-of-scope", "Questions out of scope", "Who declines what the corpus does not answer?", "quality",
            [Higher("abstention-correct")], 0.05, "Unanswerable samples in the dataset (unanswerable: true)."),
        new("large-knowledge", "Large knowledge base", "Whose answers are right once the corpus has grown?", "retrieval", Quality, 0.05,
            "A study of growth in the decision file (studies: { growth: { pipelines: [rag], vary: { retrieval.distractors: [0, 1000, 10000] } } }), and evalharness decide <experiment>.") { IsOfGrowth = true },
        new("prompt-length", "Short prompts", "Who reads fewer tokens for a question?", "tokens",
            [new MetricMeasure("tokens-in", Unit.Tokens, Direction.Lower)], 0.1, "Usage in the replies of the pipelines.") { IsRelative = true },
        new("cost", "Cost at scale", "Who costs less for a question?", "cost",
            [new MetricMeasure("cost-usd", Unit.Usd, Direction.Lower)], 0.1, "Prices in the experiment (prices).") { IsRelative = true },
        new("latency", "Speed", "Who answers sooner?", "latency",
            [new MetricMeasure("latency-service-ms", Unit.Milliseconds, Direction.Lower)], 0.1, "Answers that were measured in this run, not recorded or cached.") { IsRelative = true },
        new("explainability", "Explainability and debugging", "Of what went wrong, how much has a cause that one can go and mend?", "quality",
            [new AttributionMeasure()], 0.1, "Gold evidence in the dataset (evidence)."),
    ];

    private static MetricMeasure Lower(string id) => new(id, Unit.YesNo, Direction.Lower);

    private static MetricMeasure Higher(string id) => new(id, Unit.YesNo, Direction.Higher);
}
