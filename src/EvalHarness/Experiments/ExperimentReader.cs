using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Checkpoints;
using EvalHarness.Comparisons;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;

namespace EvalHarness.Experiments;

/// <summary>Reads an experiment file: docs/schemas/experiment.schema.json, then what a schema cannot say.</summary>
public static class ExperimentReader
{
    /// <param name="overrides">Settings <c>key.path=value</c> that replace what the file says, before it is checked.</param>
    /// <exception cref="InputException">The file or a setting is wrong: all problems, each with its place.</exception>
    public static Experiment Read(string file, params IReadOnlyList<string> overrides)
    {
        var document = YamlFile.Read(file);
        Overrides.Apply(overrides, document);
        var read = document.Read<ExperimentFile>("experiment");
        var experiment = Experiment(read, Path.GetFullPath(file), Hash(document.Root!.AsObject())) with { Overrides = overrides };
        experiment = new CheckpointAliases(experiment, document.Source).Resolve();
        new ExperimentCheck(experiment, document.Source).ThrowIfWrong();
        return experiment;
    }

    private static Experiment Experiment(ExperimentFile read, string file, string hash) => new()
    {
        Name = read.Name,
        Description = read.Description,
        File = file,
        Folder = Path.GetDirectoryName(file)!,
        Hash = hash,
        Dataset = read.Dataset,
        Split = read.Split,
        Corpus = read.Corpus,
        Answer = read.Answer,
        Prices = Files(read.Prices),
        Calibrations = Files(read.Calibration),
        Policy = read.Policy,
        Decision = read.Decision,
        FixedCosts = read.FixedCosts,
        Tuning = read.Tuning,
        Freshness = read.Freshness,
        Endpoints = read.Endpoints,
        Telemetry = read.Telemetry,
        Judges = [.. read.Judges.Select(j => JudgeSource.Read(j.Key, j.Value!.AsObject(), Path.GetDirectoryName(file)!, read.Endpoints))],
        Correctness = read.Correctness,
        Verifier = Verifier(read.Verifier, Path.GetDirectoryName(file)!),
        Metrics = [.. read.Metrics.Select(m => Metric(m.Key, m.Value!.AsObject(), Path.GetDirectoryName(file)!))],
        Baseline = read.Baseline,
        Run = read.Run with { Seed = read.Seed },
        RetrievalK = read.RetrievalK,
        Badges = [.. read.Badges.Select(b => new FamilyBadge(b.Key, b.Value.Badge, b.Value.Why))],
        Checkpoints = read.Checkpoints,
        Registry = read.Registry is { } registry ? Path.GetFullPath(registry, Path.GetDirectoryName(file)!) : CheckpointRegistry.FileBeside(Path.GetDirectoryName(file)!),
        Pipelines = [.. read.Pipelines.Select(p => Pipeline(p.Key, p.Value!.AsObject(), Path.GetDirectoryName(file)!) with { Endpoints = read.Endpoints })],
    };

    private static IReadOnlyList<string> Files(JsonNode? files) => files switch
    {
        null => [],
        JsonArray several => [.. several.Select(f => f!.GetValue<string>())],
        _ => [files.GetValue<string>()],
    };

    private static VerifierSource Verifier(JsonNode? verifier, string folder) => verifier switch
    {
        null => new VerifierSource(VerifierSource.Local, folder, []),
        JsonObject settings => new VerifierSource(settings["kind"]!.GetValue<string>(), folder, settings.DeepClone().AsObject()),
        _ => new VerifierSource(verifier.GetValue<string>(), folder, []),
    };

    private static MetricSource Metric(string id, JsonObject settings, string folder) =>
        new(id, settings["kind"]?.GetValue<string>() ?? "check", folder, settings.DeepClone().AsObject());

    private static PipelineSpec Pipeline(string name, JsonObject settings, string folder) => new(
        name,
        settings["kind"]?.GetValue<string>() ?? ChatPipelineFactory.ChatKind,
        folder,
        settings.DeepClone().AsObject(),
        new Dictionary<string, string>());

    private static string Hash(JsonObject root)
    {
        var counted = root.DeepClone().AsObject();
        counted.Remove("run");
        counted.Remove("calibration");
        counted.Remove("policy");
        counted.Remove("decision");
        // Pipelines have the checkpoint that was found there.
        counted.Remove("registry");
        counted.Remove("tuning");
        counted.Remove("freshness");
        return ContentHash.Of(counted.ToJsonString());
    }
}
