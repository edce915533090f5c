using EvalHarness.Inputs;
using EvalHarness.Schemas;
using EvalHarness.TrainingData;

namespace EvalHarness.Cli.Commands;

/// <summary>Reads <c>--severity rule=level</c>.</summary>
internal static class SeverityChanges
{
    /// <exception cref="InputException">There is no such rule or severity.</exception>
    public static IReadOnlyDictionary<string, LintSeverity> Read(IReadOnlyList<string> changes)
    {
        SortedDictionary<string, LintSeverity> read = new(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            var (rule, level) = change.Split('=') is [var name, var value] ? (name, value) : (change, "");
            var rules = LintRules.All.Select(r => r.Id).ToList();
            if (!rules.Contains(rule))
                throw Wrong($"there is no rule '{rule}'", $"{NearestName.Question(rule, rules)}docs/training-data.md lists them.");
            read[rule] = level switch
            {
                "error" => LintSeverity.Error,
                "warning" => LintSeverity.Warning,
                "info" => LintSeverity.Info,
                _ => throw Wrong($"'{change}' names no severity", "Write rule=error, rule=warning or rule=info."),
            };
        }

        return read;
    }

    private static InputException Wrong(string found, string mend) => new(new InputProblem("--severity", found, mend));
}
