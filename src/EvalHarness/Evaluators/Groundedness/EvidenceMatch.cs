using EvalHarness.Evaluators.Groundedness.Checks;
using EvalHarness.Evaluators.Groundedness.Features;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Where in the evidence a claim's words are: the best window, the one that adds most to it, and how much of the claim they cover.</summary>
internal sealed class EvidenceMatch
{
    private readonly List<TextMatch> texts;
    private readonly StemWeights weights;
    private List<CloseSentence>? close;

    public EvidenceMatch(PreparedClaim claim, IReadOnlyList<PreparedEvidence> evidence)
    {
        Claim = claim;
        texts = [.. evidence.Select(text => new TextMatch(claim, text))];
        MatchBeginnings();
        texts.ForEach(text => text.ReadSentences(claim));
        All = Found();
        Light = texts.Count > 0 && texts.TrueForAll(t => t.Evidence.IsRecord) ? WordKinds.Everywhere(claim) & ~All : 0;
        weights = new StemWeights(claim, texts, Light);
        var search = new WindowSearch(texts, weights);
        (Best, Single, Closest) = (search.Best(given: 0), search.Single(), search.Closest());
        Second = Best is { } best ? search.Best(best.Mask) : null;
    }

    public PreparedClaim Claim { get; }

    /// <summary>Stems that stand anywhere in the evidence.</summary>
    public ulong All { get; }

    /// <summary>Everyday words that a record does not have: it takes them to say its fields in a sentence.</summary>
    public ulong Light { get; }

    public EvidenceWindow? Best { get; }

    /// <summary>The one sentence that covers most, alone.</summary>
    public EvidenceWindow? Single { get; }

    /// <summary>The window that, beside the best one, covers most; perhaps of another text.</summary>
    public EvidenceWindow? Second { get; }

    /// <summary>The one sentence that shares most of the claim's words, whatever its numbers; absent when no sentence is close.</summary>
    public EvidenceWindow? Closest { get; }

    public IReadOnlyList<TextMatch> Texts => texts;

    /// <summary>The few sentences that share most with the claim, closest first: where a contradiction would stand.</summary>
    public IReadOnlyList<CloseSentence> Close => close ??= CloseSentences.Find(this);

    public bool IsSameDocument(EvidenceWindow left, EvidenceWindow right) => texts[left.Text].Evidence.Source.Document == texts[right.Text].Evidence.Source.Document;

    /// <summary>A quantity of a window's text, as it stands there.</summary>
    public string Wording(EvidenceWindow window, Quantity quantity) => texts[window.Text].Evidence.Text[quantity.Start..quantity.End];

    public IEnumerable<Quantity> QuantitiesIn(EvidenceWindow window) => Quantities(window.Text, window.First, window.End);

    /// <summary>The quantities of a window, and of the sentences right before and after it.</summary>
    public IEnumerable<Quantity> QuantitiesNear(EvidenceWindow window) => Quantities(window.Text, window.First - 1, window.End + 1);

    public double Weight(ulong mask) => weights.Of(mask);

    /// <summary>The share of the claim's weight in these stems, quantities apart, in [0, 1].</summary>
    public double Coverage(ulong mask) => weights.Coverage(mask);

    /// <summary>The weighted share of these stems that a mask has, in [0, 1]; 0 when there are none.</summary>
    public double Share(ulong mask, ulong of) => Weight(of) is > 0 and var all ? Weight(mask & of) / all : 0;

    private IEnumerable<Quantity> Quantities(int text, int first, int end)
    {
        var evidence = texts[text].Evidence;
        return evidence.Quantities.Where((_, i) => evidence.QuantitySentences[i] >= first && evidence.QuantitySentences[i] < end);
    }

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
}
