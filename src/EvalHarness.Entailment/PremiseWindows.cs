using System.Runtime.CompilerServices;
using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Entailment;

/// <summary>Cuts evidence into windows of whole sentences that fit into the model; each begins with the last sentence of the one before.</summary>
/// <param name="size">Tokens in a window.</param>
internal sealed class PremiseWindows(TextTokenizer tokenizer, int size)
{
    /// <summary>A text is cut once for as long as somebody holds it.</summary>
    private readonly ConditionalWeakTable<EvidenceText, IReadOnlyList<PremiseWindow>> cut = [];

    public IReadOnlyList<PremiseWindow> Of(EvidenceText text) => cut.GetValue(text, Cut);

    private IReadOnlyList<PremiseWindow> Cut(EvidenceText text)
    {
        // A title is worth its place, up to a quarter of it.
        var title = text.Title.Length > 0 ? tokenizer.Encode(text.Title).Take(size / 4).ToList() : [];
        var room = size - title.Count;
        var sentences = SentenceSplitter.Split(text.Text).SelectMany(span => Fitting(text.Text, span, room)).ToList();
        List<PremiseWindow> windows = [];
        for (var first = 0; first < sentences.Count;)
        {
            var end = End(sentences, first, room);
            windows.Add(Window(text, title, new TextSpan(sentences[first].Span.Start, sentences[end - 1].Span.End), room));
            first = end == sentences.Count ? end : Math.Max(first + 1, end - 1);
        }

        return windows;
    }

    private static int End(List<(TextSpan Span, int Tokens)> sentences, int first, int room)
    {
        var (end, used) = (first + 1, sentences[first].Tokens);
        while (end < sentences.Count && used + sentences[end].Tokens <= room)
            used += sentences[end++].Tokens;
        return end;
    }

    private PremiseWindow Window(EvidenceText text, List<int> title, TextSpan span, int room)
    {
        // Read as a whole: across a sentence's end tokens may differ from those of the sentences.
        var ids = tokenizer.Encode(text.Text[span.Start..span.End]).Take(room);
        return new PremiseWindow(text.Document, text.InDocument(span.Start, span.End), text.Text[span.Start..span.End], [.. title, .. ids]);
    }

    // A sentence that is too long is halved, between words where it has any, until its parts fit.
    private IEnumerable<(TextSpan Span, int Tokens)> Fitting(string text, TextSpan span, int room)
    {
        var tokens = tokenizer.Encode(text[span.Start..span.End]).Count;
        if (tokens <= room || span.Length < 2)
            return [(span, Math.Min(tokens, room))];
        var middle = Middle(text, span);
        return Fitting(text, span with { End = middle }, room).Concat(Fitting(text, span with { Start = middle }, room));
    }

    private static int Middle(string text, TextSpan span)
    {
        var half = span.Start + (span.Length / 2);
        var gap = text.IndexOf(' ', half, span.End - half);
        var middle = gap > span.Start && gap + 1 < span.End ? gap + 1 : half;
        return char.IsLowSurrogate(text[middle]) && middle + 1 < span.End ? middle + 1 : middle;
    }
}
