using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Groundedness;

namespace EvalHarness.TrainingData;

/// <summary>What is checked, against what.</summary>
public sealed record LintRequest
{
    /// <summary>JSONL in chat form, or of prompt and completion.</summary>
    public required string TrainFile { get; init; }

    /// <summary>The gold samples.</summary>
    public required string Dataset { get; init; }

    /// <summary>Rows of this split must not be trained on; of others is warned.</summary>
    public string Split { get; init; } = "test";

    /// <summary>The current snapshot; without it nothing is said of evidence and headings.</summary>
    public Corpus? Corpus { get; init; }

    /// <summary>Earlier snapshots; without one nothing is said of stale facts.</summary>
    public IReadOnlyList<Corpus> OlderCorpora { get; init; } = [];

    /// <summary>The answer schema as text, valid; without it nothing is said of schema and labels.</summary>
    public string? AnswerSchema { get; init; }

    /// <summary>How targets are read.</summary>
    public AnswerContract Answer { get; init; } = new();

    public IReadOnlyList<PromptText> Prompts { get; init; } = [];

    /// <summary>Says whether the corpus supports a target.</summary>
    public IClaimVerifier Verifier { get; init; } = new LocalVerifier();

    /// <summary>Other severities than the rules' own, by rule.</summary>
    public IReadOnlyDictionary<string, LintSeverity> Severities { get; init; } = new SortedDictionary<string, LintSeverity>(StringComparer.Ordinal);

    /// <summary>Findings listed of each rule, from 1; all are counted.</summary>
    public int ListedPerRule { get; init; } = 20;

    /// <summary>What each arm was given, for the record.</summary>
    public IReadOnlyList<ArmGiven> Given { get; init; } = [];
}
