using System.Net;

namespace EvalHarness.Embedded.Reading;

/// <summary>Reads the passage elements at the head of a turn.</summary>
internal static class PassageElement
{
    private const string Open = "<passage document=\"";
    private const string Title = "\" title=\"";
    private const string EndOfTag = "\">\n";
    private const string Close = "\n</passage>\n";

    /// <summary>The passage that the turn begins with, which is cut off it; nothing when it begins otherwise.</summary>
    public static PromptPassage? TryTake(ref string turn)
    {
        if (!turn.StartsWith(Open, StringComparison.Ordinal))
            return null;
        var title = turn.IndexOf(Title, StringComparison.Ordinal);
        var text = turn.IndexOf(EndOfTag, StringComparison.Ordinal);
        var close = turn.IndexOf(Close, StringComparison.Ordinal);
        if (title < 0 || text < title || close < text)
            return null;

        var passage = new PromptPassage(
            WebUtility.HtmlDecode(turn[Open.Length..title]),
            WebUtility.HtmlDecode(turn[(title + Title.Length)..text]),
            WebUtility.HtmlDecode(turn[(text + EndOfTag.Length)..close]));
        turn = turn[(close + Close.Length)..];
        return passage;
    }
}
