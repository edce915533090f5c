using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EvalHarness.Checkpoints;

namespace EvalHarness.Cli.Tracking;

/// <summary>Mirrors a registry's aliases: a registered model per checkpoint name, a version per checkpoint that an alias names, and the aliases themselves.</summary>
/// <remarks>MLflow counts versions itself, so ours is a tag. An alias that somebody else set there is left alone: those that were mirrored are remembered in a tag of the model.</remarks>
internal sealed partial class MlflowAliases(MlflowServer server, Action<string> say)
{
    private const string VersionTag = "evalharness.version";
    private const string AliasesTag = "evalharness.aliases";

    /// <returns>Aliases that stand there now.</returns>
    public async Task<int> MirrorAsync(CheckpointRegistry registry, CancellationToken cancellationToken)
    {
        var named = registry.Aliases.Values.Where(IsTaken).Select(a => (a.Alias, Checkpoint: registry.Find(a.Checkpoint, registry.File))).ToList();
        foreach (var name in registry.Checkpoints.Select(c => c.Name).Distinct())
            await MirrorAsync(name, named.Where(a => a.Checkpoint.Name == name).ToDictionary(a => a.Alias, a => a.Checkpoint, StringComparer.Ordinal), cancellationToken);
        return named.Count;
    }

    private async Task MirrorAsync(string name, Dictionary<string, CheckpointRecord> aliases, CancellationToken cancellationToken)
    {
        var model = (await server.FindAsync("registered-models/get", [new MlflowPair("name", name)], cancellationToken))?["registered_model"];
        if (model is null && aliases.Count == 0)
            return;
        if (model is null)
            await server.PostAsync("registered-models/create", new { name, description = "Checkpoints of an evalharness registry; aliases move there, by a gate's verdict." }, cancellationToken);
        var there = Items(model, "aliases").ToDictionary(a => (string)a["alias"]!, a => $"{a["version"]}", StringComparer.Ordinal);
        foreach (var gone in Mirrored(model).Where(a => there.ContainsKey(a) && !aliases.ContainsKey(a)))
            await server.DeleteAsync("registered-models/alias", new { name, alias = gone }, cancellationToken);
        foreach (var (alias, checkpoint) in aliases)
            if (await VersionAsync(checkpoint, cancellationToken) is var version && there.GetValueOrDefault(alias) != version)
                await server.PostAsync("registered-models/alias", new { name, alias, version }, cancellationToken);
        await server.PostAsync("registered-models/set-tag", new { name, key = AliasesTag, value = string.Join(',', aliases.Keys.Order(StringComparer.Ordinal)) }, cancellationToken);
    }

    private async Task<string> VersionAsync(CheckpointRecord checkpoint, CancellationToken cancellationToken)
    {
        string? page = null;
        do
        {
            var found = await server.FindAsync("model-versions/search", Query(checkpoint.Name, page), cancellationToken);
            if (Items(found, "model_versions").FirstOrDefault(v => Tag(v, VersionTag) == checkpoint.Version) is { } known)
                return $"{known["version"]}";
            page = (string?)found?["next_page_token"];
        }
        while (!string.IsNullOrEmpty(page));
        var made = await server.PostAsync("model-versions/create", new { name = checkpoint.Name, source = $"evalharness:/{checkpoint.Name}/{checkpoint.Version}", description = checkpoint.FullName, tags = Tags(checkpoint) }, cancellationToken);
        return $"{made["model_version"]!["version"]}";
    }

    private static IEnumerable<MlflowPair> Query(string name, string? page) =>
        new[] { new MlflowPair("filter", $"name='{name}'"), new MlflowPair("max_results", "1000"), new MlflowPair("page_token", page ?? "") }.Where(q => q.Value.Length > 0);

    private static IEnumerable<object> Tags(CheckpointRecord checkpoint) =>
        new (string Key, string? Value)[]
        {
            (VersionTag, checkpoint.Version),
            ("evalharness.provider", checkpoint.Provider),
            ("evalharness.model_id", checkpoint.ModelId),
            ("evalharness.base_model", checkpoint.BaseModel),
            ("evalharness.parent", checkpoint.Parent),
            ("evalharness.training_hash", checkpoint.TrainingHash),
            ("evalharness.seed", checkpoint.Seed?.ToString(CultureInfo.InvariantCulture)),
        }.Where(t => t.Value is not null).Select(t => (object)new { key = t.Key, value = MlflowText.Cut(t.Value!, MlflowText.LongestTag) });

    // MLflow keeps these words to itself.
    private bool IsTaken(AliasState alias)
    {
        var taken = AliasName().IsMatch(alias.Alias) && !Reserved().IsMatch(alias.Alias);
        if (!taken)
            say($"warning: alias '{alias.Alias}' is not mirrored: MLflow takes letters, digits, _ and - only, and neither latest nor v1, v2 …");
        return taken;
    }

    private static string[] Mirrored(JsonNode? model) => (Tag(model, AliasesTag) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static string? Tag(JsonNode? holder, string key) => (string?)Items(holder, "tags").FirstOrDefault(t => (string?)t["key"] == key)?["value"];

    private static IEnumerable<JsonObject> Items(JsonNode? holder, string name) => (holder?[name] as JsonArray ?? []).OfType<JsonObject>();

    [GeneratedRegex(@"^[\w-]{1,255}$", RegexOptions.None, 1000)]
    private static partial Regex AliasName();

    [GeneratedRegex(@"^(latest|v\d+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reserved();
}
