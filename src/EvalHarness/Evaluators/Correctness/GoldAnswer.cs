using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>A gold answer, cut down to what it adds to the question: an echo of the question proves nothing.</summary>
internal sealed class GoldAnswer
{
    private readonly ReadText read;

    public GoldAnswer(string text, ReadText question)
    {
        Text = text;
        read = new ReadText(WithoutQualifier(text));
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

    /// <summary>Whether a quantity of an answer is this one. What counts something else (<c>6 locations</c>) is not <c>6 months</c>.</summary>
    public static bool IsGiven(Quantity gold, ReadText answer) =>
        answer.Quantities.Exists(q => gold.Agrees(q) && (gold.Unit.Length == 0 || q.Unit.Length > 0 || q.Date is not null || !answer.IsCount(q)));

    private void LeaveOut(ReadText question)
    {
        var words = Words.Where(word => !question.Stems.Contains(Stem(word))).ToList();
        var quantities = Quantities.Where(mine => !question.Quantities.Exists(mine.Agrees)).ToList();
        if (words.Count + quantities.Count > 0)
            (Words, Quantities) = (words, quantities);
    }

    /// <summary><c>Orange (film)</c> asks for <c>Orange</c>.</summary>
    private static string WithoutQualifier(string text) =>
        text.EndsWith(')') && text.LastIndexOf(" (", StringComparison.Ordinal) is var open and > 0 && !text.AsSpan(open).ContainsAnyInRange('0', '9') ? text[..open] : text;
}
