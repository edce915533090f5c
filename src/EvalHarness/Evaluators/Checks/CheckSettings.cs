using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Evaluators.Checks;

/// <summary>What the experiment file says of one check.</summary>
internal sealed record CheckSettings(MetricSource Metric)
{
    /// <summary>Settings that every check has.</summary>
    public static IReadOnlyList<string> Shared { get; } = [.. MetricSource.Words, "kind", "check", "field", "answers_only"];

    public string? Field => (string?)Metric.Settings["field"];

    /// <summary>Whether replies that say they do not know are left out.</summary>
    public bool AnswersOnly => (bool?)Metric.Settings["answers_only"] ?? false;

    /// <summary>The check's own settings.</summary>
    /// <exception cref="InputException">A key is unknown or missing, or a value is not what it should be.</exception>
    public T Read<T>()
    {
        var own = new JsonObject(Metric.Settings.Where(s => !Shared.Contains(s.Key)).Select(s => KeyValuePair.Create(s.Key, s.Value?.DeepClone())));
        string[] known = [.. typeof(T).GetProperties().Where(p => p.CanWrite).Select(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name))];
        if (own.FirstOrDefault(s => !known.Contains(s.Key)) is { Key: { } unknown })
            throw Wrong(unknown, $"unknown key '{unknown}'", $"{NearestName.Question(unknown, known)}Known: {string.Join(", ", known.Concat(Shared))}.");
        try
        {
            return own.Deserialize<T>(InputJson.Options)!;
        }
        catch (JsonException exception)
        {
            throw Wrong((exception.Path ?? "$").TrimStart('$').TrimStart('.'), $"not settings of a check: {exception.Message}", "docs/metrics.md lists the settings of each check.");
        }
    }

    /// <summary>The text of a file that a setting names.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public string ReadFile(string path) => InputText.Read(Metric.Resolve(path));

    /// <param name="key">The setting; empty for the metric as a whole.</param>
    public InputException Wrong(string key, string found, string mend) => new(new InputProblem($"metrics.{Metric.Id}{(key.Length == 0 ? "" : $".{key}")}", found, mend));
}
