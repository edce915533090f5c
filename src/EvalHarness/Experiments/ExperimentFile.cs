using EvalHarness.Evaluators;
using EvalHarness.Experiments.Freshness;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;

namespace EvalHarness.Experiments;

/// <summary>The experiment file's shape: docs/schemas/experiment.schema.json says what each key means.</summary>
internal sealed record ExperimentFile
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public required string Dataset { get; init; }

    public string Split { get; init; } = "test";

    public string? Corpus { get; init; }

    public AnswerContract Answer { get; init; } = new();

    /// <summary>One file or several.</summary>
    public System.Text.Json.Nodes.JsonNode? Prices { get; init; }

    /// <summary>One file or several.</summary>
    public System.Text.Json.Nodes.JsonNode? Calibration { get; init; }

    public string? Policy { get; init; }

    public string? Decision { get; init; }

    public IReadOnlyList<FixedCost> FixedCosts { get; init; } = [];

    public Dictionary<string, TuningBudget> Tuning { get; init; } = [];

    public FreshnessOptions? Freshness { get; init; }

    public required string Baseline { get; init; }

    public int Seed { get; init; } = 1;

    public RunOptions Run { get; init; } = new();

    public int RetrievalK { get; init; } = 5;

    public Dictionary<string, BadgeEntry> Badges { get; init; } = [];

    public Dictionary<string, CheckpointRecipe> Checkpoints { get; init; } = [];

    public string? Registry { get; init; }

    public Dictionary<string, EndpointOptions> Endpoints { get; init; } = [];

    public TelemetryOptions Telemetry { get; init; } = new();

    /// <summary>Name → settings.</summary>
    public System.Text.Json.Nodes.JsonObject Judges { get; init; } = [];

    public CorrectnessOptions? Correctness { get; init; }

    /// <summary>A name, or settings with their kind.</summary>
    public System.Text.Json.Nodes.JsonNode? Verifier { get; init; }

    /// <summary>Id → settings.</summary>
    public System.Text.Json.Nodes.JsonObject Metrics { get; init; } = [];

    /// <summary>Name → settings, in the order of the file.</summary>
    public required System.Text.Json.Nodes.JsonObject Pipelines { get; init; }
}
