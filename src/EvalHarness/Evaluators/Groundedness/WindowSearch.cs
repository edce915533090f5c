using System.Numerics;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Looks for the sentences of the evidence that cover most of a claim.</summary>
internal sealed class WindowSearch(IReadOnlyList<TextMatch> texts, StemWeights weights)
{
    private const int LongestWindow = 3;
    private const double SentencePenalty = 0.02;
    private const double ContextBonus = 0.002;
    private const double CloseWording = 0.7;
    private const double TieBreak = 0.01;

    /// <summary>The window of up to three sentences that, beside what is given, covers most; absent when there is no sentence.</summary>
    public EvidenceWindow? Best(ulong given)
    {
        EvidenceWindow? best = null;
        var highest = double.NegativeInfinity;
        for (var text = 0; text < texts.Count; text++)
        {
            for (var first = 0; first < texts[text].Masks.Length; first++)
            {
                var (window, value) = BestFrom(text, first, given);
                if (value > highest)
                    (best, highest) = (window, value);
            }
        }

        return best;
    }

    /// <summary>The one sentence that covers most, alone.</summary>
    public EvidenceWindow? Single()
    {
        EvidenceWindow? best = null;
        var highest = double.NegativeInfinity;
        for (var text = 0; text < texts.Count; text++)
        {
            for (var sentence = 0; sentence < texts[text].Masks.Length; sentence++)
            {
                var value = weights.Of(texts[text].Masks[sentence]) + BitOperations.PopCount(texts[text].Quantities[sentence]) + (weights.Total * ContextBonus * texts[text].Context[sentence]);
                if (value > highest)
                    (best, highest) = (new EvidenceWindow(text, sentence, sentence + 1, texts[text].Masks[sentence]), value);
            }
        }

        return best;
    }

    /// <summary>The one sentence that shares most of the claim's words, whatever its numbers; absent when no sentence is close.</summary>
    public EvidenceWindow? Closest()
    {
        EvidenceWindow? closest = null;
        var highest = CloseWording;
        for (var text = 0; text < texts.Count; text++)
        {
            for (var sentence = 0; sentence < texts[text].Masks.Length; sentence++)
            {
                var mask = texts[text].Masks[sentence] | texts[text].Title;
                // Of sentences alike the one that has the claim's numbers.
                var value = weights.Coverage(mask) + (TieBreak * BitOperations.PopCount(texts[text].Quantities[sentence]));
                if (value >= highest)
                    (closest, highest) = (new EvidenceWindow(text, sentence, sentence + 1, mask), value + TieBreak / 2);
            }
        }

        return closest;
    }

    private (EvidenceWindow Window, double Value) BestFrom(int text, int first, ulong given)
    {
        var match = texts[text];
        var (mask, quantities, context, best, highest) = (given | match.Title, 0UL, 0, default(EvidenceWindow), double.NegativeInfinity);
        for (var end = first + 1; end <= Math.Min(first + LongestWindow, match.Masks.Length); end++)
        {
            mask |= match.Masks[end - 1];
            quantities |= match.Quantities[end - 1];
            context += match.Context[end - 1];
            var value = weights.Of(mask) + BitOperations.PopCount(quantities) + (weights.Total * ((ContextBonus * context) - (SentencePenalty * (end - first - 1))));
            if (value > highest)
                (best, highest) = (new EvidenceWindow(text, first, end, mask), value);
        }

        return (best, highest);
    }
}
