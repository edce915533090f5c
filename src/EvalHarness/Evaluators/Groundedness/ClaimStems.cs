using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>The stems of a claim, each with a bit, a weight and what is known of it.</summary>
internal sealed class ClaimStems
{
    private const double NameWeight = 1.5;
    private const double EchoWeight = 0.5;

    private readonly WordRun run;
    private readonly Dictionary<string, int> bits = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> groups = [];

    /// <param name="contrasts">What each word contrasts with.</param>
    /// <param name="negated">Of each word, whether it stands under a negation.</param>
    /// <param name="quantities">Their words are no stems.</param>
    public ClaimStems(WordRun run, (int Axis, int Side)?[] contrasts, bool[] negated, IEnumerable<Quantity> quantities)
    {
        this.run = run;
        var inQuantity = new bool[run.Count];
        foreach (var quantity in quantities)
            inQuantity.AsSpan(quantity.FirstWord, quantity.WordCount).Fill(true);
        WordBits = new int[run.Count];
        WordBits.AsSpan().Fill(PreparedClaim.Unknown);
        for (var i = 0; i < run.Count && All.Count < PreparedClaim.MostStems; i++)
        {
            if (run.Words[i].IsContent && !inQuantity[i])
                WordBits[i] = Add(i, contrasts[i] is not null, negated[i]);
        }
    }

    /// <summary>A stem's place is its bit.</summary>
    public List<string> All { get; } = [];

    /// <summary>What each stem counts for, before its rarity in the evidence: names more, an echo of the question less.</summary>
    public List<double> Weights { get; } = [];

    /// <summary>The words of the claim's own stems, for reasons; what the question lends has none.</summary>
    public List<Word> Words { get; } = [];

    /// <summary>Each word's bit; below 0 for words without content and for those of quantities.</summary>
    public int[] WordBits { get; }

    /// <summary>Stems that are names: capitals inside a sentence, or letters with figures.</summary>
    public ulong Names { get; private set; }

    /// <summary>Names, and stems that exclude others: <c>second</c>, <c>more</c>.</summary>
    public ulong Exchangeable { get; private set; }

    /// <summary>Stems under a negation.</summary>
    public ulong Negated { get; private set; }

    /// <summary>Stems that the question has already.</summary>
    public ulong Echoes { get; private set; }

    /// <summary>The bit of the stem that belongs to this group of synonyms, or <see cref="PreparedClaim.Unknown"/>.</summary>
    public int BitOfGroup(int group) => groups.GetValueOrDefault(group, PreparedClaim.Unknown);

    /// <summary>A stem's bit, or <see cref="PreparedClaim.Context"/> or <see cref="PreparedClaim.Unknown"/>.</summary>
    public int Bit(string stem) => bits.GetValueOrDefault(stem, PreparedClaim.Unknown);

    /// <summary>What repeats the question says less.</summary>
    public void MarkEchoes(IReadOnlySet<string> asked)
    {
        for (var bit = 0; bit < All.Count; bit++)
        {
            Echoes |= asked.Contains(All[bit]) ? 1UL << bit : 0;
            Weights[bit] *= asked.Contains(All[bit]) ? EchoWeight : 1;
        }
    }

    /// <summary>Takes the question's stems for the claim's.</summary>
    public void LeanOn(IEnumerable<string> asked)
    {
        foreach (var stem in asked.Where(stem => All.Count < PreparedClaim.MostStems && bits.TryAdd(stem, All.Count)))
        {
            All.Add(stem);
            Weights.Add(EchoWeight);
        }
    }

    /// <summary>Gives a stem that is none of the claim's a place below 0.</summary>
    public void Know(string stem, int place) => bits.TryAdd(stem, place);

    private int Add(int word, bool excludes, bool isNegated)
    {
        var (stem, isName) = (run.Words[word].Stem, IsName(word));
        if (bits.TryAdd(stem, All.Count))
        {
            if (Synonyms.GroupOf(stem) is > 0 and var group)
                groups.TryAdd(group, All.Count);
            All.Add(stem);
            Words.Add(run.Words[word]);
            Weights.Add(isName ? NameWeight : Features.WordKinds.Weight(stem));
        }

        var place = bits[stem];
        Names |= isName ? 1UL << place : 0;
        Exchangeable |= isName || excludes ? 1UL << place : 0;
        Negated |= isNegated ? 1UL << place : 0;
        return place;
    }

    private bool IsName(int i)
    {
        var word = run[i];
        return (i > 0 && char.IsUpper(word[0])) || word[1..].IndexOfAnyInRange('A', 'Z') >= 0 || (char.IsLetter(word[0]) && word.IndexOfAnyInRange('0', '9') >= 0);
    }
}
