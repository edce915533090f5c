using EvalHarness.Comparisons;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Experiments.Freshness;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;

namespace EvalHarness.Experiments;

/// <summary>Which pipelines are compared on which gold data: an experiment file, read and checked.</summary>
public sealed record Experiment
{
    public required string Name { get; init; }

    /// <summary>One paragraph, shown at the top of the page.</summary>
    public string? Description { get; init; }

    /// <summary>The file it was read from, absolute.</summary>
    public required string File { get; init; }

    /// <summary>Where its relative paths start, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>SHA-256 of what it says, overrides included; comments, <c>run:</c>, <c>calibration:</c>, <c>policy:</c>, <c>decision:</c>, <c>registry:</c>, <c>tuning:</c> and <c>freshness:</c>, which change no answer and no score, are left out.</summary>
    public required string Hash { get; init; }

    /// <summary>The gold samples, relative to <see cref="Folder"/> like every path here.</summary>
    public required string Dataset { get; init; }

    public required string Split { get; init; }

    /// <summary>What replaced settings of the file, as <c>key.path=value</c>.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>What answers are checked against.</summary>
    public string? Corpus { get; init; }

    public required AnswerContract Answer { get; init; }

    /// <summary>The price tables, an earlier one wins; without one costs are unknown.</summary>
    public IReadOnlyList<string> Prices { get; init; } = [];

    /// <summary>The measured errors of scorers, as <c>calibrate --out</c> writes them; reports print them beside the scores.</summary>
    public IReadOnlyList<string> Calibrations { get; init; } = [];

    /// <summary>The policy that candidates of this experiment must keep: a run records it when it starts.</summary>
    public string? Policy { get; init; }

    /// <summary>The user's circumstances, from which a run's page says which way of answering they speak for.</summary>
    public string? Decision { get; init; }

    /// <summary>What is paid beside the calls.</summary>
    public IReadOnlyList<FixedCost> FixedCosts { get; init; } = [];

    /// <summary>What arms were given before they were measured, by pipeline; no part of <see cref="Hash"/>.</summary>
    public IReadOnlyDictionary<string, TuningBudget> Tuning { get; init; } = new Dictionary<string, TuningBudget>();

    /// <summary>How <c>evalharness freshness</c> changes facts and brings pipelines up to date; no part of <see cref="Hash"/>.</summary>
    public FreshnessOptions? Freshness { get; init; }

    /// <summary>The pipeline that the others are compared with.</summary>
    public required string Baseline { get; init; }

    /// <summary>How the dataset is replayed; its seed is the experiment's.</summary>
    public required RunOptions Run { get; init; }

    /// <summary>The k of <c>retrieval-hit@k</c> and the like.</summary>
    public required int RetrievalK { get; init; }

    /// <summary>Families that it says nothing of are measured, and are not in here.</summary>
    public required IReadOnlyList<FamilyBadge> Badges { get; init; }

    /// <summary>By <c>name@version</c>.</summary>
    public required IReadOnlyDictionary<string, CheckpointRecipe> Checkpoints { get; init; }

    /// <summary>The file in which aliases such as <c>production</c> are looked up, absolute; it need not be there.</summary>
    public required string Registry { get; init; }

    /// <summary>Which checkpoint each alias was when the file was read, one sentence each; empty where no pipeline names one.</summary>
    public IReadOnlyList<string> CheckpointNotes { get; init; } = [];

    /// <summary>Where calls go, by name.</summary>
    public IReadOnlyDictionary<string, EndpointOptions> Endpoints { get; init; } = new Dictionary<string, EndpointOptions>();

    public TelemetryOptions Telemetry { get; init; } = new();

    /// <summary>What says whether claims are supported.</summary>
    public required VerifierSource Verifier { get; init; }

    /// <summary>Models that grade, in the order of the file.</summary>
    public IReadOnlyList<JudgeSource> Judges { get; init; } = [];

    /// <summary>Absent when no judge measures correctness.</summary>
    public CorrectnessOptions? Correctness { get; init; }

    /// <summary>The user's own metrics, in the order of the file.</summary>
    public IReadOnlyList<MetricSource> Metrics { get; init; } = [];

    /// <summary>In the order of the file; their content hashes are still empty.</summary>
    public required IReadOnlyList<PipelineSpec> Pipelines { get; init; }

    public int Seed => Run.Seed;

    /// <summary>An absolute path for a path in the file.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Folder);
}
