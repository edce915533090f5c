using System.Text.Json.Serialization;

namespace EvalHarness.Evaluators.Checks;

/// <summary>The text ends with given words; quotation marks around all of it are overlooked.</summary>
internal sealed class EndsWithCheck(string end, bool ignoreCase) : IRule
{
    public static EndsWithCheck From(CheckSettings settings)
    {
        var read = settings.Read<Settings>();
        return read.Text.Trim().Length > 0 ? new EndsWithCheck(read.Text.Trim(), read.IgnoreCase) : throw settings.Wrong("text", "no text to end with", "Write the words that every reply ends with.");
    }

    public RuleOutcome Judge(CheckedReply reply)
    {
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var ends = reply.Text.EndsWith(end, comparison) || reply.Text.TrimEnd('"', '”').EndsWith(end, comparison);
        return ends ? RuleOutcome.Pass($"ends with '{end}'") : RuleOutcome.Fail($"does not end with '{end}'");
    }

    internal sealed record Settings
    {
        [JsonRequired]
        public string Text { get; init; } = "";

        public bool IgnoreCase { get; init; } = true;
    }
}
