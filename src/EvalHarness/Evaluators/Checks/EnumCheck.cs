using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Checks;

/// <summary>The text is one of a few values; leniently, it names exactly one of them.</summary>
internal sealed class EnumCheck(IReadOnlyList<string> values, bool ignoreCase) : IRule
{
    // The longest first: "partly yes" is not a "yes".
    private readonly Regex named = new(
        $@"(?<!\w)(?:{string.Join('|', values.OrderByDescending(v => v.Length).Select(Regex.Escape))})(?!\w)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexCheck.TimeLimit);

    public static EnumCheck From(CheckSettings settings)
    {
        var read = settings.Read<Settings>();
        return read.Values.Count > 0 && read.Values.All(v => v.Trim().Length > 0)
            ? new EnumCheck([.. read.Values.Select(v => v.Trim())], read.IgnoreCase)
            : throw settings.Wrong("values", "a value is empty, or there is none", "List the values that are allowed.");
    }

    public RuleOutcome Judge(CheckedReply reply) => values.Contains(reply.Text, ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)
        ? RuleOutcome.Pass($"'{reply.Text}'")
        : RuleOutcome.Fail($"not one of {string.Join(", ", values)}");

    public RuleOutcome JudgeLeniently(CheckedReply reply)
    {
        string[] found = [.. named.Matches(reply.Text).Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase)];
        return found.Length == 1 ? RuleOutcome.Pass($"names '{found[0]}' alone") : RuleOutcome.Fail(found.Length == 0 ? $"names none of {string.Join(", ", values)}" : $"names {string.Join(" and ", found)}");
    }

    internal sealed record Settings
    {
        [JsonRequired]
        public IReadOnlyList<string> Values { get; init; } = [];

        public bool IgnoreCase { get; init; }
    }
}
