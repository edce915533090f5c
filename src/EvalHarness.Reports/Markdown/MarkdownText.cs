using System.Text;

namespace EvalHarness.Reports.Markdown;

/// <summary>Text from data inside Markdown: letters stay letters.</summary>
public static class MarkdownText
{
    /// <summary>One line on which nothing is markup, HTML, a link, a mention or a table's edge.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
            escaped.Append(letter switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '@' => "&#64;",
                _ when char.IsWhiteSpace(letter) || char.IsControl(letter) || IsUnseen(letter) => " ",
                _ when IsMarkup(letter) => $"\\{letter}",
                _ => letter.ToString(),
            });
        return escaped.ToString();
    }

    private static bool IsMarkup(char letter) => letter is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '#' or '|' or '~' or '!' or '$';

    /// <summary>Invisible, or turning the direction of what follows.</summary>
    private static bool IsUnseen(char letter) => char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format;
}
