using EvalHarness.Evaluators.Groundedness.Checks;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>A claim, taken apart: what must be found in the evidence for it to stand.</summary>
internal sealed class PreparedClaim
{
    /// <summary>One bit each in a window's mask; a longer claim is judged by its first words.</summary>
    public const int MostStems = 64;

    /// <summary>A claim with fewer content words and quantities than this leans on the question: <c>30 minutes.</c></summary>
    private const int LeastParts = 3;

    /// <summary>A stem of the sentence or the question alone: it helps to choose the evidence, it need not be in it.</summary>
    public const int Context = -1;

    /// <summary>A stem that the claim knows nothing of.</summary>
    public const int Unknown = -2;

    private const double NameWeight = 1.5;
    private const double EchoWeight = 0.5;

    private readonly PreparedQuestion question;
    private readonly Dictionary<string, int> bits = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> groups = [];

    public PreparedClaim(Claim claim, PreparedQuestion question)
    {
        this.question = question;
        var asked = question.Stems;
        Text = claim.Text;
        Words = WordReader.Read(claim.Text);
        var quantities = QuantityReader.Read(claim.Text, Words);
        Quantities = [.. quantities.Where(q => !q.IsSoft)];
        Singles = [.. quantities.Where(q => q.IsSoft && q.Unit.Length == 0 && Counts(q))];
        Contrasts = [.. Words.Select(Checks.Contrasts.Of)];
        TurnsOrder = Array.Exists(Contrasts, c => c is { } contrast && Checks.Contrasts.TurnsOrder(contrast.Axis));
        Clauses = new Clauses(claim.Text, Words, [(0, Words.Count)], [false]);
        Negated = new bool[Words.Count];
        Negation.Mark(new WordRun(claim.Text, Words), 0, Words.Count, Negated);
        AddStems();

        for (var bit = 0; bit < Stems.Count; bit++)
        {
            Echoes |= asked.Contains(Stems[bit]) ? 1UL << bit : 0;
            Weights[bit] *= asked.Contains(Stems[bit]) ? EchoWeight : 1;
        }

        if (Stems.Count + Quantities.Count < LeastParts)
            LeanOn(asked);
        foreach (var stem in asked)
            bits.TryAdd(stem, Context);
        if (!ReferenceEquals(claim.Sentence, claim.Text))
            WordReader.Read(claim.Sentence).ForEach(word => bits.TryAdd(word.Stem, word.IsContent ? Context : Unknown));
    }

    public string Text { get; }

    public List<Word> Words { get; }

    public List<Quantity> Quantities { get; }

    /// <summary>The <c>one</c> of <c>one account</c>: another number in the evidence contradicts it, but it need not be there.</summary>
    public IReadOnlyList<Quantity> Singles { get; }

    /// <summary>What each word contrasts with.</summary>
    public (int Axis, int Side)?[] Contrasts { get; }

    /// <summary>One of them turns who and whom round.</summary>
    public bool TurnsOrder { get; }

    public Clauses Clauses { get; }

    public bool[] Negated { get; }

    /// <summary>The claim's content, quantities left out; a stem's place is its bit.</summary>
    public List<string> Stems { get; } = [];

    /// <summary>What each stem counts for, before its rarity in the evidence: names more, an echo of the question less.</summary>
    public List<double> Weights { get; } = [];

    /// <summary>The words of the claim's own stems, for reasons; what the question lends has none.</summary>
    public List<Word> StemWords { get; } = [];

    /// <summary>Stems that are names: capitals inside a sentence, or letters with figures.</summary>
    public ulong Names { get; private set; }

    /// <summary>Names, and stems that exclude others: <c>second</c>, <c>more</c>.</summary>
    public ulong Exchangeable { get; private set; }

    /// <summary>Stems under a negation.</summary>
    public ulong NegatedStems { get; private set; }

    /// <summary>Stems that the question has already.</summary>
    public ulong Echoes { get; private set; }

    /// <summary>Stems that the question alone has, for a claim that leans on it.</summary>
    public ulong Lent => StemWords.Count >= MostStems ? 0 : Own & ~((1UL << StemWords.Count) - 1);

    /// <summary>Each word's bit; below 0 for words without content and for those of quantities.</summary>
    public int[] WordBits { get; private set; } = [];

    /// <summary>Every stem: the claim's own, and for a claim that leans on its question the question's.</summary>
    public ulong Own => Stems.Count >= MostStems ? ulong.MaxValue : (1UL << Stems.Count) - 1;

    /// <summary>The bit of the stem that belongs to this group of synonyms, or <see cref="Unknown"/>.</summary>
    public int BitOfGroup(int group) => groups.GetValueOrDefault(group, Unknown);

    /// <summary>A stem's bit, or <see cref="Context"/> or <see cref="Unknown"/>.</summary>
    public int Bit(string stem) => bits.GetValueOrDefault(stem, Unknown);

    /// <summary>A stem as the claim words it.</summary>
    public string Wording(int bit) => bit < StemWords.Count ? Text[StemWords[bit].Start..StemWords[bit].End] : Stems[bit];

    public string Wording(Quantity quantity) => Text[quantity.Start..quantity.End];

    /// <summary>The question names this quantity.</summary>
    public bool IsAsked(Quantity quantity) => question.Quantities.Exists(quantity.Agrees);

    /// <summary>What else the claim says in the clause of these words: the narrow one when it says enough, else the wide, else all of it.</summary>
    public ulong Around(int word, int count = 1, int least = 2)
    {
        var inside = 0UL;
        for (var i = word; i < word + count; i++)
            inside |= WordBits[i] is var bit and >= 0 ? 1UL << bit : 0;
        foreach (var isWide in (ReadOnlySpan<bool>)[false, true])
        {
            var (first, end) = Clauses.Around(word, isWide, (0, Words.Count));
            var mask = StemsOf(first, end) & ~inside;
            if (System.Numerics.BitOperations.PopCount(mask) >= least)
                return mask;
        }

        return Own & ~inside;
    }

    /// <summary>The stems among these words.</summary>
    public ulong StemsOf(int first, int end)
    {
        var mask = 0UL;
        for (var i = first; i < end; i++)
            mask |= WordBits[i] is var bit and >= 0 ? 1UL << bit : 0;
        return mask;
    }

    private void AddStems()
    {
        var inQuantity = new bool[Words.Count];
        foreach (var quantity in Quantities)
            inQuantity.AsSpan(quantity.FirstWord, quantity.WordCount).Fill(true);
        WordBits = new int[Words.Count];
        WordBits.AsSpan().Fill(Unknown);
        for (var i = 0; i < Words.Count && Stems.Count < MostStems; i++)
        {
            if (Words[i].IsContent && !inQuantity[i])
                WordBits[i] = AddStem(i);
        }
    }

    private int AddStem(int word)
    {
        if (bits.TryAdd(Words[word].Stem, Stems.Count))
        {
            if (Synonyms.GroupOf(Words[word].Stem) is > 0 and var group)
                groups.TryAdd(group, Stems.Count);
            Stems.Add(Words[word].Stem);
            StemWords.Add(Words[word]);
            Weights.Add(IsName(word) ? NameWeight : Features.WordKinds.Weight(Words[word].Stem));
        }

        var place = bits[Words[word].Stem];
        Names |= IsName(word) ? 1UL << place : 0;
        Exchangeable |= IsName(word) || Contrasts[word] is not null ? 1UL << place : 0;
        NegatedStems |= Negated[word] ? 1UL << place : 0;
        return place;
    }

    private void LeanOn(IEnumerable<string> asked)
    {
        foreach (var stem in asked.Where(stem => Stems.Count < MostStems && bits.TryAdd(stem, Stems.Count)))
        {
            Stems.Add(stem);
            Weights.Add(EchoWeight);
        }
    }

    private bool Counts(Quantity quantity) =>
        quantity.FirstWord + 1 < Words.Count && Words[quantity.FirstWord + 1].IsContent && Text[Words[quantity.FirstWord].End] == ' ';

    private bool IsName(int i)
    {
        var word = Text.AsSpan(Words[i].Start, Words[i].End - Words[i].Start);
        return (i > 0 && char.IsUpper(word[0])) || word[1..].IndexOfAnyInRange('A', 'Z') >= 0 || (char.IsLetter(word[0]) && word.IndexOfAnyInRange('0', '9') >= 0);
    }
}
