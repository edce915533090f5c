using EvalHarness.Datasets;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Cuts documents where lines are blank; a heading stays with the paragraph under it.</summary>
internal static class Paragraphs
{
    public static IEnumerable<EvidenceText> Of(Document document)
    {
        var start = 0;
        foreach (var end in Ends(document.Text))
        {
            var text = document.Text[start..end];
            if (string.IsNullOrWhiteSpace(text) || IsHeading(text))
                continue;
            yield return new EvidenceText(document.Id, document.Title, text, start);
            start = end;
        }

        if (start < document.Text.Length && !string.IsNullOrWhiteSpace(document.Text[start..]))
            yield return new EvidenceText(document.Id, document.Title, document.Text[start..], start);
    }

    private static bool IsHeading(string text) => text.Trim() is var line && line.StartsWith('#') && !line.Contains('\n', StringComparison.Ordinal);

    /// <summary>Where each blank line ends.</summary>
    private static IEnumerable<int> Ends(string text)
    {
        for (var line = 0; line < text.Length;)
        {
            var next = text.IndexOf('\n', line) is var newline and >= 0 ? newline + 1 : text.Length;
            if (string.IsNullOrWhiteSpace(text[line..next]))
                yield return next;
            line = next;
        }
    }
}
