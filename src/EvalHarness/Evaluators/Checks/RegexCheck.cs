using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Checks;

/// <summary>A pattern that the text must match, match as a whole, or not match.</summary>
/// <remarks>A text that keeps the pattern busy for longer than the time limit is not scored: the scorer says so.</remarks>
internal sealed class RegexCheck(Regex pattern, PatternUse use, Bounds count) : IRule
{
    /// <summary>Of one match, for every pattern that users write.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    public static RegexCheck From(CheckSettings settings)
    {
        var read = settings.Read<Settings>();
        var options = RegexOptions.CultureInvariant | (read.IgnoreCase ? RegexOptions.IgnoreCase : RegexOptions.None) | (read.Multiline ? RegexOptions.Multiline : RegexOptions.None);
        try
        {
            return new RegexCheck(new Regex(read.Match == PatternUse.Whole ? $@"\A(?:{read.Pattern})\z" : read.Pattern, options, TimeLimit), read.Match, read.Count ?? Bounds.AtLeast(1));
        }
        catch (RegexParseException exception)
        {
            throw settings.Wrong("pattern", $"'{read.Pattern}' is no pattern: {exception.Message}", "Write a .NET regular expression; in YAML, single quotes keep backslashes as they are.");
        }
    }

    public RuleOutcome Judge(CheckedReply reply)
    {
        var found = pattern.Count(reply.Text);
        if (use == PatternUse.Never)
            return found == 0 ? RuleOutcome.Pass("the pattern does not match") : RuleOutcome.Fail($"the pattern matches '{pattern.Match(reply.Text).Value}'");
        return count.Wrong(found, "matches") is { } wrong ? RuleOutcome.Fail(wrong) : RuleOutcome.Pass("the pattern matches");
    }

    internal sealed record Settings
    {
        [JsonRequired]
        public string Pattern { get; init; } = "";

        public PatternUse Match { get; init; }

        public bool IgnoreCase { get; init; }

        /// <summary>Whether ^ and $ stand for the ends of every line.</summary>
        public bool Multiline { get; init; }

        public Bounds? Count { get; init; }
    }
}
