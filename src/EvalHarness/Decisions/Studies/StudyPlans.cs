using System.Text.Json.Nodes;
using EvalHarness.Inputs;

namespace EvalHarness.Decisions.Studies;

/// <summary>Reads the studies of a decision file, which its schema has seen.</summary>
internal static class StudyPlans
{
    private static readonly string[] Asked = ["arms", "study_split", "studies", "load"];

    /// <returns>In the order of <see cref="StudyKinds"/>.</returns>
    public static IReadOnlyList<StudyPlan> Read(JsonObject? studies) =>
        [.. StudyKinds.All.Where(k => studies?[k.Id] is not null).Select(k => Plan(k, studies![k.Id]!.AsObject()))];

    /// <summary>Of a decision file; another version of what studies record has other keys.</summary>
    public static string Key(JsonObject root) => ContentHash.Of(["studies/1", .. Asked.Select(key => root[key]?.ToJsonString() ?? "")]);

    public static LoadPlan? ReadLoad(JsonObject? load) => load is null
        ? null
        : new LoadPlan([.. load["pipelines"]!.AsArray().Select(p => p!.GetValue<string>())], [.. load["rates"]!.AsArray().Select(r => r!.GetValue<double>()).Order()]);

    private static StudyPlan Plan(StudyKind kind, JsonObject plan) => new(
        kind,
        [.. plan["pipelines"]!.AsArray().Select(p => p!.GetValue<string>())],
        Members(plan, "vary").ToDictionary(v => v.Key, v => (IReadOnlyList<JsonNode?>)[.. v.Value!.AsArray().Select(value => value?.DeepClone())], StringComparer.Ordinal),
        Members(plan, "points").ToDictionary(p => p.Key, p => (IReadOnlyDictionary<string, JsonNode?>)p.Value!.AsObject().ToDictionary(s => s.Key, s => s.Value?.DeepClone(), StringComparer.Ordinal), StringComparer.Ordinal));

    private static JsonObject Members(JsonObject holder, string key) => (holder[key] as JsonObject) ?? [];
}
