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

    private readonly PreparedQuestion question;
    private readonly ClaimStems stems;

    public PreparedClaim(Claim claim, PreparedQuestion question)
    {
        (this.question, Source) = (question, claim);
        Words = WordReader.Read(claim.Text);
        var quantities = QuantityReader.Read(claim.Text, Words);
        Quantities = [.. quantities.Where(q => !q.IsSoft)];
        Singles = [.. quantities.Where(q => q.IsSoft && q.Unit.Length == 0 && Counts(q))];
        Contrasts = [.. Words.Select(Checks.Contrasts.Of)];
        TurnsOrder = Array.Exists(Contrasts, c => c is { } contrast && Checks.Contrasts.TurnsOrder(contrast.Axis));
        Clauses = new Clauses(claim.Text, Words, [(0, Words.Count)], [false]);
        Negated = new bool[Words.Count];
        var run = new WordRun(claim.Text, Words);
        Negation.Mark(run, 0, Words.Count, Negated);
        stems = new ClaimStems(run, Contrasts, Negated, Quantities);
        stems.MarkEchoes(question.Stems);
        if (Stems.Count + Quantities.Count < LeastParts)
            stems.LeanOn(question.Stems);
        AddContext();
    }

    public Claim Source { get; }

    public string Text => Source.Text;

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
    public List<string> Stems => stems.All;

    /// <summary>What each stem counts for, before its rarity in the evidence: names more, an echo of the question less.</summary>
    public List<double> Weights => stems.Weights;

    /// <summary>The words of the claim's own stems, for reasons; what the question lends has none.</summary>
    public List<Word> StemWords => stems.Words;

    /// <summary>Stems that are names: capitals inside a sentence, or letters with figures.</summary>
    public ulong Names => stems.Names;

    /// <summary>Names, and stems that exclude others: <c>second</c>, <c>more</c>.</summary>
    public ulong Exchangeable => stems.Exchangeable;

    /// <summary>Stems under a negation.</summary>
    public ulong NegatedStems => stems.Negated;

    /// <summary>Stems that the question has already.</summary>
    public ulong Echoes => stems.Echoes;

    /// <summary>Stems that the question alone has, for a claim that leans on it.</summary>
    public ulong Lent => StemWords.Count >= MostStems ? 0 : Own & ~((1UL << StemWords.Count) - 1);

    /// <summary>Each word's bit; below 0 for words without content and for those of quantities.</summary>
    public int[] WordBits => stems.WordBits;

    /// <summary>Every stem: the claim's own, and for a claim that leans on its question the question's.</summary>
    public ulong Own => Stems.Count >= MostStems ? ulong.MaxValue : (1UL << Stems.Count) - 1;

    /// <summary>It begins with a pronoun: it speaks of what the claim before it speaks of.</summary>
    public bool LeansBack => Pronouns.Begin(Words, 0, Words.Count);

    /// <summary>The bit of the stem that belongs to this group of synonyms, or <see cref="Unknown"/>.</summary>
    public int BitOfGroup(int group) => stems.BitOfGroup(group);

    /// <summary>A stem's bit, or <see cref="Context"/> or <see cref="Unknown"/>.</summary>
    public int Bit(string stem) => stems.Bit(stem);

    /// <summary>A stem as the claim words it.</summary>
    public string Wording(int bit) => bit < StemWords.Count ? Text[StemWords[bit].Start..StemWords[bit].End] : Stems[bit];

    public string Wording(Quantity quantity) => Text[quantity.Start..quantity.End];

    /// <summary>The question names this quantity.</summary>
    public bool IsAsked(Quantity quantity) => question.Quantities.Exists(quantity.Agrees);

    /// <summary>What else the claim says in the clause of these words: the narrow one when it says enough, else the wide, else all of it.</summary>
    public ulong Around(int word, int count = 1, int least = 2)
    {
        var inside = StemsOf(word, word + count);
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

    private void AddContext()
    {
        foreach (var stem in question.Stems)
            stems.Know(stem, Context);
        if (!ReferenceEquals(Source.Sentence, Source.Text))
            WordReader.Read(Source.Sentence).ForEach(word => stems.Know(word.Stem, word.IsContent ? Context : Unknown));
    }

    private bool Counts(Quantity quantity) =>
        quantity.FirstWord + 1 < Words.Count && Words[quantity.FirstWord + 1].IsContent && Text[Words[quantity.FirstWord].End] == ' ';
}
