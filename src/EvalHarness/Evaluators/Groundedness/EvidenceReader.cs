using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness.Records;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Reads a text into words, sentences and quantities: a record field by field, prose sentence by sentence.</summary>
internal sealed class EvidenceReader
{
    /// <summary>A field's value of more words is prose: it is read by sentence, without the field's name.</summary>
    private const int LongestValue = 20;

    private readonly string text;

    /// <param name="text">With escapes and split numerals evened out.</param>
    public EvidenceReader(string text, bool isRecord)
    {
        this.text = text;
        if (isRecord)
            ReadRecord();
        else
            ReadProse(WordReader.Read(text), new TextSpan(0, text.Length));
    }

    /// <summary>In the order of the sentences; a field repeats the words of the names above it.</summary>
    public List<Word> Words { get; } = [];

    /// <summary>Of each word, whether it stands under a negation.</summary>
    public List<bool> Negated { get; } = [];

    public List<EvidenceSentence> Sentences { get; } = [];

    public List<Quantity> Quantities { get; } = [];

    /// <summary>The times of day that a record's fields name for each day, Monday first, in minutes after midnight.</summary>
    public List<double>[] Hours { get; } = [.. Enumerable.Range(0, 7).Select(_ => new List<double>())];

    /// <summary>The stems that the names of a record's fields without a value end with.</summary>
    public HashSet<string> Unknown { get; } = new(StringComparer.Ordinal);

    private void ReadRecord()
    {
        var fields = RecordReader.Read(text, out var unknown);
        foreach (var field in fields)
        {
            if (field.Value.Count > LongestValue)
                ReadProse(field.Value, new TextSpan(field.Value[0].Start, field.Span.End));
            else
                ReadField(field);
        }

        Unknown.UnionWith(unknown.Select(name => name.LastOrDefault(w => w.IsContent).Lexeme?.Stem).OfType<string>());
    }

    private void ReadField(RecordField field)
    {
        var first = Words.Count;
        Words.AddRange(field.Key);
        var (value, quantities) = (Words.Count, Quantities.Count);
        AddQuantities(field.Value);
        if (Quantities.Count == quantities + 1 && Quantities[^1] is { Unit: "", Date: null } bare && UnitOf(field.Key) is { } unit)
            Quantities[^1] = bare with { Unit = unit.Base, Value = bare.Value * unit.Factor };
        Words.AddRange(field.Value);
        for (var i = first; i < Words.Count; i++)
            Negated.Add(field.IsDenied);
        AddHours(field, Quantities[quantities..]);
        Add(new EvidenceSentence(first, Words.Count, field.Span, field.Object, value));
    }

    /// <summary>The unit that a field's name ends with: <c>warranty_years</c>.</summary>
    private (string Base, double Factor)? UnitOf(IReadOnlyList<Word> key) =>
        key.Count >= 2 && text.AsSpan(key[^1].Start, key[^1].End - key[^1].Start) is [_, _, .., 's' or 'S'] name ? Units.Find(name) : null;

    private void AddHours(RecordField field, List<Quantity> quantities)
    {
        var times = quantities.Where(q => q.Unit == Units.Clock).Select(q => q.Value).ToList();
        foreach (var (days, _) in times.Count == 0 ? [] : OpeningHours.Read(new WordRun(text, field.Key), []))
        {
            for (var day = 0; day < Hours.Length; day++)
            {
                if ((days >> day & 1) != 0)
                    Hours[day].AddRange(times);
            }
        }
    }

    private void ReadProse(List<Word> words, TextSpan range)
    {
        var offset = Words.Count;
        AddQuantities(words);
        Words.AddRange(words);
        var negated = new bool[words.Count];
        var run = new WordRun(text, words);
        foreach (var (first, end) in EvidenceSentences.Cut(text, range, words))
        {
            Negation.Mark(run, first, end, negated);
            Add(new EvidenceSentence(offset + first, offset + end, new TextSpan(words[first].Start, words[end - 1].End), 0, offset + first));
        }

        Negated.AddRange(negated);
    }

    private void AddQuantities(List<Word> words)
    {
        foreach (var quantity in QuantityReader.Read(text, words))
            Quantities.Add(quantity with { FirstWord = quantity.FirstWord + Words.Count });
    }

    private void Add(EvidenceSentence sentence)
    {
        if (sentence.End > sentence.First)
            Sentences.Add(sentence);
    }
}
