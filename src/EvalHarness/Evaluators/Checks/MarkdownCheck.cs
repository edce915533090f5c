using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Checks;

/// <summary>Which Markdown elements a text has, and whether its code fences are closed. Lines within code are code and nothing else.</summary>
internal sealed partial class MarkdownCheck(MarkdownCheck.Settings settings) : IRule
{
    public static MarkdownCheck From(CheckSettings settings) => new(settings.Read<Settings>());

    public RuleOutcome Judge(CheckedReply reply)
    {
        var (text, blocks, isOpen) = WithoutCode(reply.Text);
        string?[] wrongs =
        [
            settings.BalancedFences && isOpen ? "a code fence is not closed" : null,
            settings.Headings?.Wrong(Heading().Count(text), "headings"),
            settings.Bullets?.Wrong(Bullet().Count(text), "bullet points"),
            settings.Numbered?.Wrong(Numbered().Count(text), "numbered items"),
            settings.Tables?.Wrong(TableRule().Count(text), "tables"),
            settings.CodeBlocks?.Wrong(blocks, "code blocks"),
            settings.Highlights?.Wrong(Highlights(text), "highlighted parts"),
        ];
        return RuleOutcome.Of([.. wrongs.OfType<string>()], "has the structure asked for");
    }

    // *this* and **that** count once each, and so does the part inside of **that**: as IFEval has it.
    private static int Highlights(string text) =>
        Single().Matches(text).Count(m => m.Value.Trim('*').Trim().Length > 0) + Double().Matches(text).Count(m => m.Value.Trim('*').Trim().Length > 0);

    private static (string Text, int Blocks, bool IsOpen) WithoutCode(string text)
    {
        List<string> kept = [];
        var (blocks, fence) = (0, "");
        foreach (var line in text.Split('\n'))
        {
            var mark = Fence().Match(line) is { Success: true } match ? match.Groups["mark"].Value : "";
            if (fence.Length == 0 && mark.Length == 0)
                kept.Add(line);
            else if (fence.Length == 0)
                (fence, blocks) = (mark, blocks + 1);
            else if (mark.Length >= fence.Length && mark[0] == fence[0] && line.Trim().Length == mark.Length)
                fence = "";
        }

        return (string.Join('\n', kept), blocks, fence.Length > 0);
    }

    [GeneratedRegex(@"^ {0,3}(?<mark>`{3,}|~{3,})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {0,3}#{1,6}[ \t]+\S", RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*(?:\*[^\*\n]|\+[ \t]|-).*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^[ \t]*\d{1,9}[.)][ \t]+\S", RegexOptions.Multiline, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^.*\|.*\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t\r]*$", RegexOptions.Multiline, 1000)]
    private static partial Regex TableRule();

    [GeneratedRegex(@"\*[^\n\*]*\*", RegexOptions.None, 1000)]
    private static partial Regex Single();

    [GeneratedRegex(@"\*\*[^\n\*]*\*\*", RegexOptions.None, 1000)]
    private static partial Regex Double();

    internal sealed record Settings
    {
        public Bounds? Headings { get; init; }

        public Bounds? Bullets { get; init; }

        public Bounds? Numbered { get; init; }

        public Bounds? Tables { get; init; }

        public Bounds? CodeBlocks { get; init; }

        /// <summary>Parts in *one* or **two** asterisks.</summary>
        public Bounds? Highlights { get; init; }

        public bool BalancedFences { get; init; } = true;
    }
}
