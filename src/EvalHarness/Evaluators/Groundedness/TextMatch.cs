using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Which of a claim's stems and quantities each sentence of a text contains.</summary>
internal sealed class TextMatch
{
    /// <summary>Stems of this length or more also match by their beginning: <c>notifi(es)</c> and <c>notif(ication)</c>.</summary>
    private const int LeastBeginning = 5;

    private const double BeginningShare = 0.7;

    /// <summary>The claim's bit for each stem of the text's vocabulary.</summary>
    private readonly int[] bits;

    public TextMatch(PreparedClaim claim, PreparedEvidence evidence)
    {
        Evidence = evidence;
        bits = new int[evidence.Vocabulary.Count];
        for (var term = 0; term < bits.Length; term++)
        {
            bits[term] = claim.Bit(evidence.Vocabulary[term]);
            if (bits[term] < 0 && evidence.Groups[term] > 0 && claim.BitOfGroup(evidence.Groups[term]) is var synonym and >= 0)
                bits[term] = synonym;
            Found |= bits[term] >= 0 ? 1UL << bits[term] : 0;
        }

        foreach (var stem in evidence.Title)
            Title |= claim.Bit(stem) is var bit and >= 0 ? 1UL << bit : 0;
        Found |= Title;
    }

    public PreparedEvidence Evidence { get; }

    /// <summary>Stems that stand anywhere in the text or its title.</summary>
    public ulong Found { get; private set; }

    /// <summary>Stems in the title: they hold for every sentence.</summary>
    public ulong Title { get; }

    /// <summary>Stems by sentence.</summary>
    public ulong[] Masks { get; private set; } = [];

    /// <summary>Stems under a negation, by sentence.</summary>
    public ulong[] Negated { get; private set; } = [];

    /// <summary>Quantities of the claim, by sentence.</summary>
    public ulong[] Quantities { get; private set; } = [];

    /// <summary>How many words of the claim's context each sentence contains.</summary>
    public int[] Context { get; private set; } = [];

    /// <summary>The claim's bit for a word, below 0 when the claim does not have it.</summary>
    public int Bit(int word) => Evidence.Terms[word] is var term and >= 0 ? bits[term] : PreparedClaim.Unknown;

    /// <summary>What a sentence says without repeating it: of a record's field the object's other fields, of a sentence that begins with a pronoun the sentence before.</summary>
    public ulong Around(int sentence)
    {
        if (Evidence.Fields[sentence])
            return Objects[Evidence.Objects[sentence]];
        if (Evidence.Tables.HeaderOf(sentence) is { } header)
            return Masks[header];
        return sentence > 0 && Evidence.LeansBack(sentence) ? Masks[sentence - 1] : 0;
    }

    /// <summary>The stems of a sentence, its title and what it does not repeat.</summary>
    public ulong Known(int sentence) => Masks[sentence] | Title | Around(sentence);

    /// <summary>The stems of a table's column at a word of one of its rows; absent outside tables.</summary>
    public ulong? Column(int sentence, int word)
    {
        if (Evidence.Tables.ColumnAt(sentence, word) is not var (first, end))
            return null;
        var mask = 0UL;
        for (var i = first; i < end; i++)
            mask |= Bit(i) is var bit and >= 0 ? 1UL << bit : 0;
        return mask;
    }

    /// <summary>Stems by object of the record.</summary>
    public ulong[] Objects { get; private set; } = [];

    /// <summary>Gives a stem that stands nowhere to the words that begin alike.</summary>
    public void MatchBeginning(string stem, int bit)
    {
        var length = Math.Max(LeastBeginning, (int)(stem.Length * BeginningShare));
        if (stem.Length < length)
            return;
        for (var term = 0; term < bits.Length; term++)
        {
            var other = Evidence.Vocabulary[term];
            if (bits[term] >= 0 || other[0] != stem[0] || other.Length < length || !other.AsSpan(0, length).SequenceEqual(stem.AsSpan(0, length)))
                continue;
            bits[term] = bit;
            Found |= 1UL << bit;
        }
    }

    /// <summary>Gives a stem that stands nowhere to two words that make it up: <c>takeout</c> and <c>take out</c>.</summary>
    public void MatchCompound(string stem, int bit)
    {
        for (var word = 0; word + 1 < Evidence.Words.Count; word++)
        {
            if (Evidence.Words[word].Stem is not [var first, ..] left || first != stem[0] || stem.Length <= left.Length || !stem.StartsWith(left, StringComparison.Ordinal))
                continue;
            if (!stem.AsSpan(left.Length).SequenceEqual(Evidence.Words[word + 1].Stem) || Evidence.Terms[word] < 0)
                continue;
            bits[Evidence.Terms[word]] = bit;
            Found |= 1UL << bit;
        }
    }

    /// <summary>Fills what is told by sentence, once all stems have their bits.</summary>
    public void ReadSentences(PreparedClaim claim)
    {
        var count = Evidence.Sentences.Count;
        (Masks, Negated, Quantities, Context) = (new ulong[count], new ulong[count], new ulong[count], new int[count]);
        Objects = new ulong[Evidence.ObjectCount];
        for (var sentence = 0; sentence < count; sentence++)
        {
            ReadSentence(sentence);
            Objects[Evidence.Objects[sentence]] |= Evidence.Fields[sentence] ? Masks[sentence] : 0;
        }

        for (var bit = 0; bit < Math.Min(claim.Quantities.Count, PreparedClaim.MostStems); bit++)
            Find(claim.Quantities[bit], bit);
    }

    private void ReadSentence(int sentence)
    {
        var (first, end) = Evidence.Sentences[sentence];
        for (var word = first; word < end; word++)
        {
            var bit = Bit(word);
            if (bit == PreparedClaim.Context)
                Context[sentence]++;
            if (bit < 0)
                continue;
            Masks[sentence] |= 1UL << bit;
            Negated[sentence] |= Evidence.Negated[word] ? 1UL << bit : 0;
        }
    }

    private void Find(Quantity quantity, int bit)
    {
        for (var i = 0; i < Evidence.Quantities.Count; i++)
        {
            if (quantity.Agrees(Evidence.Quantities[i]))
                Quantities[Evidence.QuantitySentences[i]] |= 1UL << bit;
        }
    }
}
