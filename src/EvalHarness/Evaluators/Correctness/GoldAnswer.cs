using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>A gold answer, cut down to what it adds to the question: an echo of the question proves nothing.</summary>
internal sealed class GoldAnswer
{
    private const int LeastOfSentence = 4;

    private static readonly HashSet<string> Auxiliaries = new(["is", "are", "was", "were", "be", "been", "can", "could", "may", "must", "will", "would", "should", "do", "does", "did", "has", "have", "had", "cannot"], StringComparer.Ordinal);

    private readonly ReadText read;

    public GoldAnswer(string text, ReadText question)
    {
        Text = text;
        read = new ReadText(text);
        Quantities = [.. read.Quantities.Where(IsValue)];
        Words = [.. Enumerable.Range(0, read.Words.Count).Where(IsOwnContent)];
        if (Words.Count + Quantities.Count == 0)
            Quantities = read.Quantities;
        if (Words.Count + Quantities.Count == 0)
            Words = [.. Enumerable.Range(0, read.Words.Count)];
        LeaveOut(question);
    }

    public string Text { get; }

    public bool IsBarePolarity => Polarity.IsBare(read);

    public bool? Lead => Polarity.Lead(read);

    /// <summary>Its polarity where it is nothing but a yes or no.</summary>
    public bool Says => Polarity.Of(read);

    public IReadOnlyList<int> Words { get; private set; }

    public IReadOnlyList<Quantity> Quantities { get; private set; }

    /// <summary>It adds something to the question.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>A statement, not a name or a thing: it has a verb that carries others.</summary>
    public bool IsSentence => read.Words.Count >= LeastOfSentence && read.Words.Exists(w => Auxiliaries.Contains(w.Stem));

    /// <summary>There is none: <c>None</c>, <c>zero</c>.</summary>
    public bool IsNothing => read.Words is [{ Stem: "none" or "nothing" or "nobody" or "0" or "nil" }];

    /// <summary>Nothing but a number: it may stand at the end of a calculation.</summary>
    public bool IsWorkedOut => Words.Count == 0 && Quantities.Count == 1;

    public ReadText Read => read;

    public string Stem(int word) => read.Words[word].Stem;

    public bool IsNegated(int word) => read.IsNegated[word];

    public string Wording(int word) => read.Text[read.Words[word].Start..read.Words[word].End];

    public string Wording(Quantity quantity) => read.Text[quantity.Start..quantity.End];

    /// <summary>Amounts, dates and numbers; the number of <c>neither of the two</c> is a word like others.</summary>
    private bool IsValue(Quantity quantity)
    {
        var before = quantity.FirstWord > 0 ? read.Words[quantity.FirstWord - 1].Stem : "";
        var isSpelled = quantity.Unit.Length == 0 && char.IsLetter(read.Text[quantity.Start]);
        return !quantity.IsSoft && !(isSpelled && before is "the" or "between" or "all");
    }

    /// <summary>Initials and what stands inside quantities are no content of their own.</summary>
    private bool IsOwnContent(int word)
    {
        var isInitial = read.Words.Count > 1 && read.Words[word].End - read.Words[word].Start == 1;
        return read.Words[word].IsContent && !isInitial && !Quantities.Any(q => word >= q.FirstWord && word < q.FirstWord + q.WordCount);
    }

    private void LeaveOut(ReadText question)
    {
        var words = Words.Where(word => !question.Stems.Contains(Stem(word))).ToList();
        var quantities = Quantities.Where(mine => !question.Quantities.Exists(mine.Agrees)).ToList();
        IsOwn = words.Count + quantities.Count > 0;
        if (IsOwn)
            (Words, Quantities) = (words, quantities);
    }
}
