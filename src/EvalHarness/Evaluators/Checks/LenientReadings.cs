using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Checks;

/// <summary>What a reply may be taken for when its wrapping is forgiven: no outer code fence, no first line, no last line, no emphasis marks.</summary>
/// <remarks>Source: the loose accuracy of IFEval, Zhou et al. 2023, arXiv:2311.07911, section 2.2; the code fence is ours.</remarks>
internal static partial class LenientReadings
{
    public static RuleOutcome Judge(IRule rule, CheckedReply reply)
    {
        var strict = rule.Judge(reply);
        if (strict.Passes)
            return strict;
        foreach (var (text, without) in Of(reply.Whole == reply.Text ? reply.Whole : reply.Text))
            if (rule.Judge(reply with { Text = text, Whole = text }) is { Passes: true } outcome)
                return outcome with { Reason = $"{outcome.Reason}, {without}" };
        return strict;
    }

    private static IEnumerable<(string Text, string Without)> Of(string text)
    {
        string[] lines = text.Split('\n');
        (string Text, string Without)[] cut =
        [
            (Unfenced(text), "without the code fence"),
            (string.Join('\n', lines[1..]).Trim(), "without the first line"),
            (string.Join('\n', lines[..^1]).Trim(), "without the last line"),
            (string.Join('\n', lines.Skip(1).SkipLast(1)).Trim(), "without the first and the last line"),
        ];
        return cut
            .Concat(cut.Prepend((text, "")).Select(c => (c.Item1.Replace("*", "", StringComparison.Ordinal), $"{c.Item2} without emphasis marks".Trim())))
            .Where(c => c.Item1.Trim().Length > 0);
    }

    private static string Unfenced(string text) => Fence().Match(text) is { Success: true } fence ? fence.Groups["inside"].Value.Trim() : "";

    [GeneratedRegex(@"^\s*```[^\n`]*\n(?<inside>.*?)\n?```\s*$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();
}
