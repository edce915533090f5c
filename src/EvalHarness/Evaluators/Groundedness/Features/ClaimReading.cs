using System.Numerics;
using EvalHarness.Evaluators.Groundedness.Checks;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>A claim held against its evidence, with what several families need.</summary>
internal sealed class ClaimReading
{
    /// <summary>Those that find contradictions first, in the order of <see cref="ContradictionFeatures"/>.</summary>
    private static readonly IClaimCheck[] Checks = [new QuantityCheck(), new AttachmentCheck(), new OppositeCheck(), new NegationCheck(), new RelationCheck(), new FieldCheck(), new NameCheck()];

    private readonly IReadOnlyList<Objection>[] objections;

    public ClaimReading(EvidenceMatch match, EvidenceWindow best)
    {
        (Match, Best) = (match, best);
        Single = match.Single ?? best;
        Own = match.Claim.Own;
        Missing = Own & ~match.All;
        MissingInBest = Own & ~best.Mask;
        objections = [.. Checks.Select(check => check.Check(match).ToList())];
        // The one guard for all checks: nothing speaks against what the evidence says itself, word for word.
        if (objections.Any(f => f.Count > 0) && Quotation.IsQuoted(match))
            objections = [.. Checks.Select(_ => Array.Empty<Objection>())];
        Objections = [.. objections.SelectMany(f => f).OrderByDescending(f => f.IsContradiction)];
        Runs = new WordRuns(match);
    }

    public EvidenceMatch Match { get; }

    public PreparedClaim Claim => Match.Claim;

    /// <summary>The window that covers most.</summary>
    public EvidenceWindow Best { get; }

    /// <summary>The sentence that covers most.</summary>
    public EvidenceWindow Single { get; }

    /// <summary>The claim's own stems.</summary>
    public ulong Own { get; }

    /// <summary>Own stems that stand nowhere in the evidence.</summary>
    public ulong Missing { get; }

    public ulong MissingInBest { get; }

    /// <summary>Word for word the same in claim and evidence.</summary>
    public WordRuns Runs { get; }

    /// <summary>What is missing or contradicted, in words.</summary>
    public IReadOnlyList<Objection> Objections { get; }

    /// <summary>The evidence says something else of the same: the claim is unsupported whatever else speaks for it.</summary>
    public bool IsContradicted => Objections.Any(f => f.IsContradiction);

    /// <summary>Whether this check finds a contradiction.</summary>
    public bool Contradicts(int check) => objections[check].Any(f => f.IsContradiction);

    public PreparedEvidence BestText => Match.Texts[Best.Text].Evidence;

    /// <summary>Words of the best window.</summary>
    public IEnumerable<Word> BestWords
    {
        get
        {
            var text = BestText;
            return text.Words[text.Sentences[Best.First].First..text.Sentences[Best.End - 1].End];
        }
    }

    /// <summary>The weighted share of a claim's stems, of those in <paramref name="of"/>; 1 when there are none.</summary>
    public double Share(ulong found, ulong of)
    {
        var all = Match.Weight(of);
        return all > 0 ? Match.Weight(found & of) / all : 1;
    }

    public static int Count(ulong mask) => BitOperations.PopCount(mask);

    /// <summary>The bits of a mask, lowest first.</summary>
    public static IEnumerable<int> Bits(ulong mask)
    {
        for (; mask != 0; mask &= mask - 1)
            yield return BitOperations.TrailingZeroCount(mask);
    }
}
