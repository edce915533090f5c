using System.Globalization;
using System.Text.Json;
using EvalHarness.Diagnosis;

namespace EvalHarness.TrainingData.Targets;

/// <summary>Counts the values of fields that the answer schema gives an enum, or true and false.</summary>
/// <remarks>Not said of fewer than <see cref="LeastTargets"/> targets. The limits are rules of thumb: a value in nine of ten targets is learned as a habit, one in fewer than one of a hundred hardly.</remarks>
internal sealed class LabelBalanceCheck(IReadOnlyList<EnumField> fields) : IFileCheck
{
    public const int LeastTargets = 50;

    public const double Dominant = 0.9;

    public const double Rare = 0.01;

    private readonly Dictionary<(string Field, string Value), int> counts = [];
    private string file = "";

    public void See(ReadExample example, FindingList findings)
    {
        file = example.Example.File;
        if (example.Target.Strict is not { ValueKind: JsonValueKind.Object } json)
            return;
        foreach (var field in fields)
        {
            if (json.TryGetProperty(field.Name, out var value) && Listed(field, value) is { } listed)
                counts[(field.Name, listed)] = counts.GetValueOrDefault((field.Name, listed)) + 1;
        }
    }

    public void Finish(FindingList findings)
    {
        foreach (var field in fields)
        {
            var all = field.Values.Sum(v => Count(field, v));
            if (all < LeastTargets)
                continue;
            foreach (var value in field.Values)
                Tell(field, value, Count(field, value), all, findings);
        }
    }

    private void Tell(EnumField field, string value, int count, int all, FindingList findings)
    {
        var share = (double)count / all;
        if (count == 0)
            Add(LintRules.LabelMissing, $"{field.Name}: no target has {value}", findings);
        else if (share > Dominant || share < Rare)
            Add(LintRules.LabelImbalance, string.Create(CultureInfo.InvariantCulture, $"{field.Name}: {count:#,0} of {all:#,0} targets ({share:0.0%}) have {value}"), findings);
    }

    private void Add(LintRule rule, string found, FindingList findings) => findings.Add(rule, new LintFinding(rule.Id, rule.Severity, file, found, rule.Mend));

    private int Count(EnumField field, string value) => counts.GetValueOrDefault((field.Name, value));

    private static string? Listed(EnumField field, JsonElement value) =>
        field.Values.FirstOrDefault(known => known == value.GetRawText() || (value.ValueKind == JsonValueKind.String && known.StartsWith('"') && JsonSerializer.Deserialize<string>(known) == value.GetString()));
}
