using System.Globalization;
using System.Text.Json.Nodes;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Tracking;

/// <summary>What a run was made from, as parameters: options, rows, and each pipeline's settings by their path.</summary>
internal static class MlflowParameters
{
    public static IEnumerable<MlflowPair> Of(RunManifest manifest) =>
        Own(manifest).Concat(manifest.Pipelines.SelectMany(Own))
            .Where(p => p.Value is not null)
            .Select(p => new MlflowPair(MlflowText.Key(p.Name), MlflowText.Cut(p.Value!, MlflowText.LongestParameter)))
            .DistinctBy(p => p.Key);

    private static IEnumerable<(string Name, string? Value)> Own(PipelineSpec pipeline) =>
        [($"pipelines.{pipeline.Name}.kind", pipeline.Kind), .. Leaves($"pipelines.{pipeline.Name}", pipeline.Settings)];

    private static IEnumerable<(string Name, string? Value)> Own(RunManifest manifest) =>
    [
        ("experiment", manifest.Name),
        ("baseline", manifest.Baseline),
        ("dataset", Path.GetFileName(manifest.Dataset.File)),
        ("split", manifest.Dataset.Split),
        ("samples", Text(manifest.Dataset.Samples)),
        ("limit", Text(manifest.Dataset.Limit)),
        ("repeats", Text(manifest.Options.Repeats)),
        ("concurrency", Text(manifest.Options.Concurrency)),
        ("timeout_seconds", Text(manifest.Options.TimeoutSeconds)),
        ("seed", Text(manifest.Options.Seed)),
        ("cache", manifest.Options.Cache),
    ];

    private static IEnumerable<(string Name, string? Value)> Leaves(string path, JsonNode? node) => node switch
    {
        JsonObject settings => settings.SelectMany(s => Leaves($"{path}.{s.Key}", s.Value)),
        JsonValue value when value.TryGetValue(out string? text) => [(path, text)],
        _ => [(path, node?.ToJsonString())],
    };

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}
