using System.Text.Json.Serialization;

namespace EvalHarness.Evaluators.Checks;

/// <summary>The text, or one of its paragraphs, starts with given words.</summary>
internal sealed class StartsWithCheck(StartsWithCheck.Settings settings) : IRule
{
    public static StartsWithCheck From(CheckSettings settings)
    {
        var read = settings.Read<Settings>();
        return read.Text.Trim().Length > 0 && read.Paragraph >= 1
            ? new StartsWithCheck(read with { Text = read.Text.Trim() })
            : throw settings.Wrong("", "no text to start with, or a paragraph below 1", "Write text: and, counted from 1, paragraph:.");
    }

    public RuleOutcome Judge(CheckedReply reply)
    {
        var text = settings.Paragraph == 1 ? reply.Text : TextParts.Paragraphs(reply.Text).ElementAtOrDefault(settings.Paragraph - 1);
        if (text is null)
            return RuleOutcome.Fail($"there is no paragraph {settings.Paragraph}");
        var starts = text.AsSpan(settings.WholeWord ? Opening(text) : 0);
        var fits = starts.StartsWith(settings.Text, settings.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        var ends = !settings.WholeWord || starts.Length == settings.Text.Length || !char.IsLetterOrDigit(settings.Text[^1]) || !char.IsLetterOrDigit(starts[Math.Min(settings.Text.Length, starts.Length - 1)]);
        return fits && ends ? RuleOutcome.Pass($"starts with '{settings.Text}'") : RuleOutcome.Fail($"does not start with '{settings.Text}'");
    }

    // Quotation marks before a word do not keep it from being the first.
    private int Opening(string text) => char.IsLetterOrDigit(settings.Text[0]) ? text.Length - text.TrimStart('"', '\'', '“', '‘').Length : 0;

    internal sealed record Settings
    {
        [JsonRequired]
        public string Text { get; init; } = "";

        public bool IgnoreCase { get; init; } = true;

        /// <summary>Whether the start must end with a word, quotation marks before it being overlooked.</summary>
        public bool WholeWord { get; init; } = true;

        /// <summary>Which paragraph, from 1.</summary>
        public int Paragraph { get; init; } = 1;
    }
}
