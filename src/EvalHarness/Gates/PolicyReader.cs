using System.Globalization;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;

namespace EvalHarness.Gates;

/// <summary>Reads a policy: docs/schemas/policy.schema.json, then what a schema cannot say.</summary>
public static class PolicyReader
{
    /// <summary>Where a policy names none.</summary>
    public const double KappaFloor = 0.4;

    private const int Rows = 100;
    private const int Clusters = 20;
    private const double Coverage = 0.95;
    private const double Errors = 0.02;

    /// <exception cref="InputException">The file is missing or wrong: all problems, each with its place.</exception>
    public static Policy Read(string file)
    {
        var document = YamlFile.Read(file);
        document.Check("policy");
        var root = document.Root!.AsObject();
        return new Policy
        {
            Name = Text(root, "name") ?? Path.GetFileNameWithoutExtension(file),
            File = Path.GetFullPath(file),
            Hash = ContentHash.Of(root.ToJsonString()),
            Candidate = Text(root, "candidate"),
            Baseline = Text(root, "baseline"),
            Alpha = Number(root, "alpha") ?? 0.05,
            Looks = (int?)root["looks"],
            KappaFloor = Number(root, "kappa_floor") ?? KappaFloor,
            Sections = [.. Sections(root)],
        };
    }

    // Without runs: the file itself is the only section; with them it is their default, and a section where it names metrics.
    private static IEnumerable<PolicySection> Sections(JsonObject root)
    {
        if (root.ContainsKey("metrics") || root.ContainsKey("ceilings"))
            yield return Section(root, root, experiment: null);
        foreach (var (experiment, section) in (root["runs"] as JsonObject) ?? [])
            yield return Section(section!.AsObject(), root, experiment);
    }

    private static PolicySection Section(JsonObject section, JsonObject defaults, string? experiment) => new()
    {
        Experiment = experiment,
        MinimumRows = (int?)section["minimum"]?["rows"] ?? (int?)defaults["minimum"]?["rows"] ?? Rows,
        MinimumClusters = (int?)section["minimum"]?["clusters"] ?? (int?)defaults["minimum"]?["clusters"] ?? Clusters,
        CoverageFloor = Number(section, "coverage") ?? Number(defaults, "coverage") ?? Coverage,
        ErrorBudget = Number(section, "errors") ?? Number(defaults, "errors") ?? Errors,
        Metrics = [.. ((section["metrics"] as JsonObject) ?? []).Select(m => Rule(m.Key, m.Value!.AsObject()))],
        Ceilings = Members(section, "ceilings").ToDictionary(c => c.Key, c => c.Value!.GetValue<double>(), StringComparer.Ordinal),
    };

    private static MetricRule Rule(string metric, JsonObject rule) => new(
        metric,
        Role(Text(rule, "role")!),
        rule["margin"] is { } margin ? Margin(margin) : null,
        Members(rule, "slices").ToDictionary(s => s.Key, s => Margin(s.Value!), StringComparer.Ordinal));

    private static JsonObject Members(JsonObject holder, string key) => (holder[key] as JsonObject) ?? [];

    private static MetricRole Role(string text) => text switch
    {
        "objective" => MetricRole.Objective,
        "guardrail" => MetricRole.Guardrail,
        "deterioration-only" => MetricRole.DeteriorationOnly,
        _ => MetricRole.Information,
    };

    private static Margin Margin(JsonNode margin) => margin.GetValueKind() == System.Text.Json.JsonValueKind.Number
        ? new Margin(margin.GetValue<double>(), IsRelative: false)
        : new Margin(double.Parse(margin.GetValue<string>().TrimEnd('%'), CultureInfo.InvariantCulture) / 100, IsRelative: true);

    private static string? Text(JsonObject holder, string key) => (string?)holder[key];

    private static double? Number(JsonObject holder, string key) => (double?)holder[key];
}
