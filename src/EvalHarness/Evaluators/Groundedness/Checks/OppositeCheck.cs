using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>A word of the claim that the evidence does not have, while it has its opposite: <c>before</c> for <c>after</c>, <c>optional</c> for <c>required</c>.</summary>
internal sealed class OppositeCheck : IClaimCheck
{
    private const double Factor = 0.6;

    private static readonly Dictionary<string, string> Opposites = Pairs("""
        enable disable, enabled disabled, allow forbid, allowed forbidden, include exclude, required optional, mandatory optional, increase decrease, raise lower, maximum minimum, internal external,
        public private, free paid, open closed, start stop, begin end, accept reject, add remove, lock unlock, automatic manual, automatically manually, always never, higher lower, earlier later,
        largest smallest, longest shortest, first last, win lose, won lost, buy sell, push pull, visible hidden, incoming outgoing, online offline, monthly yearly, monthly annual, daily weekly, weekly monthly
        """);

    public IEnumerable<Finding> Check(EvidenceMatch match)
    {
        if (match.Best is not { } best)
            yield break;
        var text = match.Texts[best.Text].Evidence;
        var (from, to) = (text.Sentences[best.First].First, text.Sentences[best.End - 1].End);
        for (var bit = 0; bit < match.Claim.StemWords.Count; bit++)
        {
            if ((best.Mask >> bit & 1) == 0 && Opposites.TryGetValue(match.Claim.Stems[bit], out var opposite) && text.Words.FindIndex(from, to - from, w => w.Stem == opposite) >= 0)
                yield return new Finding(Factor, $"the evidence says the opposite of '{match.Claim.Wording(bit)}'", IsContradiction: true);
        }
    }

    private static Dictionary<string, string> Pairs(string text)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var stems = pair.Split(' ').Select(word => Lexicon.Find(word).Stem).ToArray();
            pairs.TryAdd(stems[0], stems[1]);
            pairs.TryAdd(stems[1], stems[0]);
        }

        return pairs;
    }
}
