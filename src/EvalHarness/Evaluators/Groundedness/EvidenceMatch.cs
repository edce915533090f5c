using System.Numerics;
using EvalHarness.Evaluators.Groundedness.Checks;
using EvalHarness.Evaluators.Groundedness.Features;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Where in the evidence a claim's words are: the best window, the one that adds most to it, and how much of the claim they cover.</summary>
/// <remarks>A stem counts for the root of its rarity among the evidence's sentences, a quantity for one word.</remarks>
internal sealed class EvidenceMatch
{
    private const int LongestWindow = 3;
    private const double CloseWording = 0.7;
    /// <summary>What is left of the weight of <see cref="Light"/> words.</summary>
    private const double RecordShare = 0.25;
    private const double LeastClose = 0.5;
    private const double Apart = 0.9;
    private const int MostClose = 5;
    private const double TieBreak = 0.01;
    private const double SentencePenalty = 0.02;
    private const double ContextBonus = 0.002;

    private readonly List<TextMatch> texts;
    private readonly double[] weights;
    private readonly double total;
    private List<CloseSentence>? close;

    public EvidenceMatch(PreparedClaim claim, IReadOnlyList<PreparedEvidence> evidence)
    {
        Claim = claim;
        texts = [.. evidence.Select(text => new TextMatch(claim, text))];
        MatchBeginnings();
        texts.ForEach(text => text.ReadSentences(claim));
        All = Found();
        Light = texts.Count > 0 && texts.TrueForAll(t => t.Evidence.IsRecord) ? WordKinds.Everywhere(claim) & ~All : 0;
        weights = [.. claim.Stems.Select((_, bit) => claim.Weights[bit] * Rarity(bit) * ((Light >> bit & 1) != 0 ? RecordShare : 1))];
        total = weights.Sum() + claim.Quantities.Count;
        Best = Find(0);
        Single = FindSingle();
        Closest = FindClosest();
        Second = Best is { } best ? Find(best.Mask) : null;
    }

    public PreparedClaim Claim { get; }

    /// <summary>Stems that stand anywhere in the evidence.</summary>
    public ulong All { get; }

    /// <summary>Everyday words that a record does not have: it takes them to say its fields in a sentence.</summary>
    public ulong Light { get; }

    public EvidenceWindow? Best { get; }

    /// <summary>The one sentence that covers most, alone.</summary>
    public EvidenceWindow? Single { get; }

    /// <summary>What each stem counts for, its rarity in the evidence included.</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <summary>The window that, beside the best one, covers most; perhaps of another text.</summary>
    public EvidenceWindow? Second { get; }

    /// <summary>The one sentence that shares most of the claim's words, whatever its numbers; absent when no sentence is close.</summary>
    public EvidenceWindow? Closest { get; }

    public IReadOnlyList<TextMatch> Texts => texts;

    /// <summary>The few sentences that share most with the claim, closest first: where a contradiction would stand.</summary>
    public IReadOnlyList<CloseSentence> Close => close ??= FindClose();

    public bool IsSameDocument(EvidenceWindow left, EvidenceWindow right) => texts[left.Text].Evidence.Source.Document == texts[right.Text].Evidence.Source.Document;

    /// <summary>A quantity of a window's text, as it stands there.</summary>
    public string Wording(EvidenceWindow window, Quantity quantity) => texts[window.Text].Evidence.Text[quantity.Start..quantity.End];

    public IEnumerable<Quantity> QuantitiesIn(EvidenceWindow window)
    {
        var evidence = texts[window.Text].Evidence;
        return evidence.Quantities.Where((_, i) => evidence.QuantitySentences[i] >= window.First && evidence.QuantitySentences[i] < window.End);
    }

    /// <summary>The share of the claim's weight in these stems, quantities apart, in [0, 1].</summary>
    public double Coverage(ulong mask) => total > Claim.Quantities.Count ? Weight(mask) / (total - Claim.Quantities.Count) : 1;

    /// <summary>The quantities of a window, and of the sentences right before and after it.</summary>
    public IEnumerable<Quantity> QuantitiesNear(EvidenceWindow window)
    {
        var evidence = texts[window.Text].Evidence;
        return evidence.Quantities.Where((_, i) => evidence.QuantitySentences[i] >= window.First - 1 && evidence.QuantitySentences[i] <= window.End);
    }

    /// <summary>The weighted share of these stems that a mask has, in [0, 1]; 0 when there are none.</summary>
    public double Share(ulong mask, ulong of) => Weight(of) is > 0 and var all ? Weight(mask & of) / all : 0;

    private ulong Found() => texts.Aggregate(0UL, (mask, text) => mask | text.Found);

    private void MatchBeginnings()
    {
        var found = Found();
        for (var bit = 0; bit < Claim.Stems.Count; bit++)
        {
            if ((found >> bit & 1) != 0)
                continue;
            texts.ForEach(text => text.MatchBeginning(Claim.Stems[bit], bit));
            texts.ForEach(text => text.MatchCompound(Claim.Stems[bit], bit));
        }
    }

    private double Rarity(int bit)
    {
        var (sentences, containing) = (0, 0);
        foreach (var text in texts)
        {
            sentences += text.Masks.Length;
            foreach (var mask in text.Masks)
                containing += (int)(mask >> bit & 1);
        }

        return Math.Sqrt(Math.Log(1 + ((sentences + 1) / (containing + 0.5))));
    }

    public double Weight(ulong mask)
    {
        var sum = 0.0;
        for (; mask != 0; mask &= mask - 1)
            sum += weights[BitOperations.TrailingZeroCount(mask)];
        return sum;
    }

    private EvidenceWindow? Find(ulong given)
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

    private EvidenceWindow? FindSingle()
    {
        EvidenceWindow? best = null;
        var highest = double.NegativeInfinity;
        for (var text = 0; text < texts.Count; text++)
        {
            for (var sentence = 0; sentence < texts[text].Masks.Length; sentence++)
            {
                var value = Weight(texts[text].Masks[sentence]) + BitOperations.PopCount(texts[text].Quantities[sentence]) + (total * ContextBonus * texts[text].Context[sentence]);
                if (value > highest)
                    (best, highest) = (new EvidenceWindow(text, sentence, sentence + 1, texts[text].Masks[sentence]), value);
            }
        }

        return best;
    }

    private EvidenceWindow? FindClosest()
    {
        EvidenceWindow? closest = null;
        var highest = CloseWording;
        for (var text = 0; text < texts.Count; text++)
        {
            for (var sentence = 0; sentence < texts[text].Masks.Length; sentence++)
            {
                var mask = texts[text].Masks[sentence] | texts[text].Title;
                // Of sentences alike the one that has the claim's numbers.
                var value = Coverage(mask) + (TieBreak * BitOperations.PopCount(texts[text].Quantities[sentence]));
                if (value >= highest)
                    (closest, highest) = (new EvidenceWindow(text, sentence, sentence + 1, mask), value + TieBreak / 2);
            }
        }

        return closest;
    }

    /// <summary>Names and words that exclude others apart, when the claim says more than they do: something else in their place is what is looked for.</summary>
    private double Closeness(ulong mask) => Math.Max(Coverage(mask), Apart * Share(mask, Claim.Own & ~Claim.Exchangeable));

    private List<CloseSentence> FindClose()
    {
        var found = new List<CloseSentence>();
        foreach (var text in texts)
        {
            var before = 0UL;
            for (var sentence = 0; sentence < text.Masks.Length; sentence++)
            {
                var mask = text.Masks[sentence] | text.Title;
                if (text.Masks[sentence] != 0 && Closeness(mask | (before & Claim.Names)) is >= LeastClose and var share)
                    found.Add(new CloseSentence(text, sentence, share));
                before = text.Evidence.Fields[sentence] ? before | mask : mask;
            }
        }

        return [.. found.OrderByDescending(s => s.Share).Take(MostClose)];
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
            var value = Weight(mask) + BitOperations.PopCount(quantities) + (total * ((ContextBonus * context) - (SentencePenalty * (end - first - 1))));
            if (value > highest)
                (best, highest) = (new EvidenceWindow(text, first, end, mask), value);
        }

        return (best, highest);
    }
}
