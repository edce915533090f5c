namespace EvalHarness.Imports.Datasets;

/// <summary>Picks what is quoted as evidence: the sentence, or the paragraph where the sentence stands in the document twice.</summary>
internal static class EvidenceQuote
{
    public static string Around(string text, int start, int end)
    {
        var paragraph = (Start: text.LastIndexOf('\n', Math.Max(start - 1, 0)) + 1, End: text.IndexOf('\n', end) is var at and >= 0 ? at : text.Length);
        if (paragraph.Start > start)
            paragraph.Start = 0;
        var sentence = (Start: SentenceStart(text, start, paragraph.Start), End: SentenceEnd(text, end, paragraph.End));
        var quote = text[sentence.Start..sentence.End].Trim();
        // A quote is found where it stands first.
        var stands = text.IndexOf(quote, StringComparison.Ordinal);
        return stands >= sentence.Start ? quote : text[paragraph.Start..paragraph.End].Trim();
    }

    private static int SentenceStart(string text, int from, int first)
    {
        for (var i = from - 1; i > first; i--)
            if (char.IsWhiteSpace(text[i]) && text[i - 1] is '.' or '!' or '?')
                return i + 1;
        return first;
    }

    private static int SentenceEnd(string text, int from, int last)
    {
        for (var i = Math.Max(from, 1); i < last; i++)
            if (char.IsWhiteSpace(text[i]) && text[i - 1] is '.' or '!' or '?')
                return i;
        return last;
    }
}
