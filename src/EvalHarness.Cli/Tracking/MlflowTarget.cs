using System.Globalization;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;

namespace EvalHarness.Cli.Tracking;

/// <summary>MLflow's run of a run: found by its tag, or made.</summary>
/// <param name="ArtefactUri">Where its files go.</param>
/// <param name="Parameters">What it has already.</param>
/// <param name="Metrics">The last of each key.</param>
internal sealed record MlflowTarget(string Experiment, string Id, string ArtefactUri, IReadOnlyDictionary<string, string> Parameters, IReadOnlyDictionary<string, MlflowMetric> Metrics, bool IsNew)
{
    /// <param name="experiment">Its name in MLflow.</param>
    /// <exception cref="InputException">The experiment was deleted there, or the server refuses.</exception>
    public static async Task<MlflowTarget> FindOrMakeAsync(MlflowServer server, string experiment, MlflowRun run, DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        var id = await ExperimentAsync(server, experiment, cancellationToken);
        var found = await server.PostAsync("runs/search", new { experiment_ids = new[] { id }, filter = $"tags.`{MlflowRun.IdTag}` = '{run.Id}'", run_view_type = "ACTIVE_ONLY", max_results = 1 }, cancellationToken);
        if ((found["runs"] as JsonArray)?.FirstOrDefault() is JsonObject known)
            return Read(id, known, isNew: false);
        var made = await server.PostAsync("runs/create", new { experiment_id = id, run_name = run.Id, start_time = startedAt.ToUnixTimeMilliseconds(), tags = new[] { new { key = MlflowRun.IdTag, value = run.Id } } }, cancellationToken);
        return Read(id, made["run"]!.AsObject(), isNew: true);
    }

    private static async Task<string> ExperimentAsync(MlflowServer server, string name, CancellationToken cancellationToken)
    {
        if ((await server.FindAsync("experiments/get-by-name", [new MlflowPair("experiment_name", name)], cancellationToken))?["experiment"] is not { } experiment)
            return (string)(await server.PostAsync("experiments/create", new { name }, cancellationToken))["experiment_id"]!;
        return (string?)experiment["lifecycle_stage"] != "deleted"
            ? (string)experiment["experiment_id"]!
            : throw new InputException(new InputProblem("--experiment-name", $"experiment '{name}' was deleted in MLflow", "Restore it there, or name another one."));
    }

    private static MlflowTarget Read(string experiment, JsonObject run, bool isNew) => new(
        experiment,
        (string)run["info"]!["run_id"]!,
        (string?)run["info"]!["artifact_uri"] ?? "",
        Items(run, "params").ToDictionary(p => (string)p["key"]!, p => (string?)p["value"] ?? "", StringComparer.Ordinal),
        Items(run, "metrics").Select(Metric).GroupBy(m => m.Key).ToDictionary(m => m.Key, m => m.MaxBy(v => v.Step)!, StringComparer.Ordinal),
        isNew);

    private static IEnumerable<JsonObject> Items(JsonObject run, string kind) => (run["data"]?[kind] as JsonArray ?? []).OfType<JsonObject>();

    private static MlflowMetric Metric(JsonObject metric) => new((string)metric["key"]!, Number(metric["value"]), (long)Number(metric["timestamp"]), (long)Number(metric["step"]));

    // Some servers write long integers, and all of them NaN, as text.
    private static double Number(JsonNode? node) => node is null ? 0 : double.Parse(node.ToString(), CultureInfo.InvariantCulture);
}
