using System.Text.Json.Serialization;

namespace EvalHarness.TrainingData;

/// <summary>What the linter found in one training file: <c>lint.json</c>, docs/schemas/lint.schema.json.</summary>
/// <remarks>
/// A gate asks three things: that <see cref="Training"/> has the hash of the checkpoint's training file, that <see cref="Dataset"/> has the hash of the gate's dataset,
/// and that <see cref="Leaks"/> is 0. Severities that the user changed do not change <see cref="Leaks"/>.
/// </remarks>
public sealed record LintResult
{
    /// <summary>The rules' version: results of unlike versions are not compared.</summary>
    public const string Version = "lint/1";

    public string Linter { get; init; } = Version;

    public required LintedFile Training { get; init; }

    public required LintedFile Dataset { get; init; }

    /// <summary>The split whose rows must not be trained on; rows of other splits are warned of.</summary>
    public required string Split { get; init; }

    /// <summary>The current snapshot first, then older ones; empty when none was given.</summary>
    public IReadOnlyList<LintedFile> Corpora { get; init; } = [];

    /// <summary>Prompts and few-shot examples that were held against gold.</summary>
    public IReadOnlyList<LintedFile> Prompts { get; init; } = [];

    /// <summary>Severities that the user changed, by rule.</summary>
    public IReadOnlyDictionary<string, LintSeverity> Changed { get; init; } = new SortedDictionary<string, LintSeverity>(StringComparer.Ordinal);

    /// <summary>Each rule once, also those that were not checked.</summary>
    public required IReadOnlyList<RuleResult> Rules { get; init; }

    public required int Errors { get; init; }

    public required int Warnings { get; init; }

    public required int Infos { get; init; }

    /// <summary>Findings that say that gold of the measured split is in the training data, whatever severity the user gave them.</summary>
    public required int Leaks { get; init; }

    /// <summary>At most so many of each rule as were asked for; worst first, then in the order of the rules and of the file.</summary>
    public required IReadOnlyList<LintFinding> Findings { get; init; }

    /// <summary>What each arm was given; empty without an experiment.</summary>
    public IReadOnlyList<ArmGiven> Given { get; init; } = [];

    /// <summary>Nothing is to be mended; warnings may stand.</summary>
    [JsonIgnore]
    public bool IsClean => Errors == 0;
}
