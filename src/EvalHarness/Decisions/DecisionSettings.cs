using EvalHarness.Decisions.Studies;

namespace EvalHarness.Decisions;

/// <summary>What a decision depends on beside the measurements: a decision file, read and checked. Without one, nothing is assumed.</summary>
public sealed record DecisionSettings
{
    /// <summary>Nothing is assumed, nothing is weighed.</summary>
    public static DecisionSettings None { get; } = new();

    /// <summary>The file it was read from, absolute; absent without one.</summary>
    public string? File { get; init; }

    /// <summary>SHA-256 of what it says, comments left out.</summary>
    public string? Hash { get; init; }

    /// <summary>Arm → pipeline, where names and settings do not say.</summary>
    public IReadOnlyDictionary<Arm, string> Arms { get; init; } = new Dictionary<Arm, string>();

    /// <summary>Questions a day.</summary>
    public double? VolumePerDay { get; init; }

    /// <summary>Over how many days costs are counted. Default 365.</summary>
    public int HorizonDays { get; init; } = 365;

    /// <summary>How often facts change so that a checkpoint is trained and an index built anew.</summary>
    public double? ChangesPerMonth { get; init; }

    /// <summary>Of the questions asked, those whose fact has changed since the checkpoint was trained, in [0, 1].</summary>
    public double? ChangedShare { get; init; }

    /// <summary>Of the questions asked, those that nothing in the corpus answers, in [0, 1].</summary>
    public double? UnanswerableShare { get; init; }

    /// <summary>What a wrong answer costs, in USD.</summary>
    public double? WrongAnswerUsd { get; init; }

    /// <summary>Where the 95th percentile of the time to answer must lie below.</summary>
    public double? LatencyObjectiveMs { get; init; }

    /// <summary>For calls and monthly fixed costs together.</summary>
    public double? BudgetUsdPerMonth { get; init; }

    /// <summary>The share of answers whose every sentence must be supported by what it cites, in [0, 1].</summary>
    public double? MustCite { get; init; }

    /// <summary>The share of replies that must meet the answer's schema, in [0, 1].</summary>
    public double? MustFormat { get; init; }

    /// <summary>Role → slice (<c>tag=value</c>): <c>changed</c>, <c>unseen</c>.</summary>
    public IReadOnlyDictionary<string, string> Slices { get; init; } = new Dictionary<string, string>();

    /// <summary>Slice (<c>tag=value</c>, all of one tag) → its share of the user's own questions; sums to 1. Empty when the gold set's mix counts, and is told.</summary>
    public IReadOnlyDictionary<string, double> Traffic { get; init; } = new Dictionary<string, double>();

    /// <summary>Criterion → what difference is too small to matter there; the criterion's own where absent.</summary>
    public IReadOnlyDictionary<string, double> Margins { get; init; } = new Dictionary<string, double>();

    /// <summary>Criterion → how much it weighs; empty when nothing is ranked.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    /// <summary>The rows that studies are made on: not those of the verdict.</summary>
    public string StudySplit { get; init; } = "dev";

    /// <summary>What is varied to see how arms hold up in production; in the order of <see cref="StudyKinds"/>.</summary>
    public IReadOnlyList<StudyPlan> Studies { get; init; } = [];

    /// <summary>How often pipelines are asked to see what they bear; absent when that is not studied.</summary>
    public LoadPlan? Load { get; init; }

    /// <summary>A hash over all that says which studies are made of whom: recorded ones of another are not this decision's.</summary>
    public string StudyKey { get; init; } = "";

    /// <summary>Whether anything is to be answered besides the run that is decided on.</summary>
    public bool HasStudies => Studies.Count > 0 || Load is not null;
}
