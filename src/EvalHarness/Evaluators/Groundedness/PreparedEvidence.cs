using System.Collections.Frozen;
using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness.Checks;
using EvalHarness.Evaluators.Groundedness.Records;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>A text of evidence, read once for all the claims that are held against it: prose by sentence, a record by field.</summary>
internal sealed class PreparedEvidence
{
    /// <summary>A longer sentence (a table, a dump of fields) is cut, so that a window stays a window.</summary>
    private const int LongestSentence = 60;

    /// <summary>A field's value of more words is prose: it is read by sentence, without the field's name.</summary>
    private const int LongestValue = 20;

    /// <summary>How far into a sentence a pronoun speaks of the sentence before.</summary>
    private const int PronounReach = 4;

    private static readonly FrozenSet<string> Pronouns = new[] { "it", "its", "he", "his", "him", "she", "her", "they", "their", "them", "this", "these" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly List<double>[] hours = [.. Enumerable.Range(0, 7).Select(_ => new List<double>())];

    public PreparedEvidence(EvidenceText text)
    {
        Source = text;
        Title = [.. WordReader.Read(text.Title).Where(w => w.IsContent).Select(w => w.Stem)];
        IsRecord = RecordReader.IsRecord(text.Text);
        Text = IsRecord ? RecordReader.Unescape(text.Text) : SplitNumerals.Close(text.Text);
        if (IsRecord)
            ReadRecord(Text);
        else
            ReadProse(Text, WordReader.Read(Text), new TextSpan(0, Text.Length));
        Terms = new int[Words.Count];
        Vocabulary = Index(Words, Terms);
        Groups = [.. Vocabulary.Select(Synonyms.GroupOf)];
        QuantitySentences = Places(Quantities, Sentences);
        Tables = new Tables(this);
        Clauses = new Clauses(Text, Words, Sentences, Fields);
    }

    public EvidenceText Source { get; }

    /// <summary>The text as it was read, every character in its place: escapes and split numerals are evened out.</summary>
    public string Text { get; }

    /// <summary>Stems of the title: they hold for every sentence of the text.</summary>
    public IReadOnlyList<string> Title { get; }

    /// <summary>The text is a record: its short fields are <see cref="Fields"/>.</summary>
    public bool IsRecord { get; }

    /// <summary>In the order of the sentences; a field repeats the words of the names above it.</summary>
    public List<Word> Words { get; } = [];

    /// <summary>The text's content stems, each once.</summary>
    public List<string> Vocabulary { get; }

    /// <summary>The group of synonyms of each stem, 0 for none.</summary>
    public int[] Groups { get; }

    /// <summary>Each word's place in the vocabulary; below 0 when it carries no content.</summary>
    public int[] Terms { get; }

    /// <summary>Ranges of words.</summary>
    public List<(int First, int End)> Sentences { get; } = [];

    /// <summary>Where each sentence stands in the text.</summary>
    public List<TextSpan> Spans { get; } = [];

    /// <summary>Of each sentence, whether it is a record's field (yes or no by its value), not prose.</summary>
    public List<bool> Fields { get; } = [];

    /// <summary>Of each sentence, the number of the record's object that it is a field of; 0 for prose.</summary>
    public List<int> Objects { get; } = [];

    /// <summary>One more than the highest number in <see cref="Objects"/>.</summary>
    public int ObjectCount { get; private set; } = 1;

    /// <summary>Of each sentence, the first word of its value; of prose its first word.</summary>
    public List<int> Values { get; } = [];

    /// <summary>Whether a sentence of prose begins with a pronoun: it speaks of what the one before speaks of.</summary>
    public bool LeansBack(int sentence)
    {
        var (first, end) = Sentences[sentence];
        for (var i = first; i < Math.Min(end, first + PronounReach); i++)
        {
            if (Pronouns.Contains(Words[i].Stem))
                return true;
        }

        return false;
    }

    /// <summary>Which words belong together.</summary>
    public Clauses Clauses { get; }

    /// <summary>Which sentences are rows of a table.</summary>
    public Tables Tables { get; }

    public List<Quantity> Quantities { get; } = [];

    /// <summary>In which sentence each quantity stands.</summary>
    public int[] QuantitySentences { get; }

    public List<bool> Negated { get; } = [];

    /// <summary>The times of day that a record's field names for a day, 0 for Monday, in minutes after midnight.</summary>
    public IReadOnlyList<double> HoursOf(int day) => hours[day];

    private void ReadRecord(string text)
    {
        foreach (var field in RecordReader.Read(text))
        {
            if (field.Value.Count > LongestValue)
                ReadProse(text, field.Value, new TextSpan(field.Value[0].Start, field.Span.End));
            else
                ReadField(text, field);
        }
    }

    private void ReadField(string text, RecordField field)
    {
        var first = Words.Count;
        Words.AddRange(field.Key);
        var (value, quantities) = (Words.Count, Quantities.Count);
        AddQuantities(text, field.Value);
        if (Quantities.Count == quantities + 1 && Quantities[^1] is { Unit: "", Date: null } bare && UnitOf(text, field.Key) is { } unit)
            Quantities[^1] = bare with { Unit = unit.Base, Value = bare.Value * unit.Factor };
        Words.AddRange(field.Value);
        for (var i = first; i < Words.Count; i++)
            Negated.Add(field.IsDenied);
        AddHours(text, field, Quantities[quantities..]);
        Add(first, Words.Count, field.Span, field.Object, value);
    }

    /// <summary>The unit that a field's name ends with: <c>warranty_years</c>.</summary>
    private static (string Base, double Factor)? UnitOf(string text, IReadOnlyList<Word> key) =>
        key.Count >= 2 && text.AsSpan(key[^1].Start, key[^1].End - key[^1].Start) is [_, _, .., 's' or 'S'] name ? Units.Find(name) : null;

    private void AddHours(string text, RecordField field, List<Quantity> quantities)
    {
        var times = quantities.Where(q => q.Unit == Units.Clock).Select(q => q.Value).ToList();
        foreach (var (days, _) in times.Count == 0 ? [] : OpeningHours.Read(new WordRun(text, field.Key), []))
        {
            for (var day = 0; day < hours.Length; day++)
            {
                if ((days >> day & 1) != 0)
                    hours[day].AddRange(times);
            }
        }
    }

    private void ReadProse(string text, List<Word> words, TextSpan range)
    {
        var offset = Words.Count;
        AddQuantities(text, words);
        Words.AddRange(words);
        var negated = new bool[words.Count];
        var run = new WordRun(text, words);
        foreach (var (first, end) in Cut(text, range, words))
        {
            Negation.Mark(run, first, end, negated);
            Add(offset + first, offset + end, new TextSpan(words[first].Start, words[end - 1].End), 0, offset + first);
        }

        Negated.AddRange(negated);
    }

    private void AddQuantities(string text, List<Word> words)
    {
        foreach (var quantity in QuantityReader.Read(text, words))
            Quantities.Add(quantity with { FirstWord = quantity.FirstWord + Words.Count });
    }

    private void Add(int first, int end, TextSpan span, int parent, int value)
    {
        if (end == first)
            return;
        Sentences.Add((first, end));
        Spans.Add(span);
        Fields.Add(parent > 0);
        Objects.Add(parent);
        ObjectCount = Math.Max(ObjectCount, parent + 1);
        Values.Add(value);
    }

    private static int[] Places(List<Quantity> quantities, List<(int First, int End)> sentences)
    {
        var (places, sentence) = (new int[quantities.Count], 0);
        for (var i = 0; i < places.Length; i++)
        {
            while (sentence + 1 < sentences.Count && quantities[i].FirstWord >= sentences[sentence].End)
                sentence++;
            places[i] = sentence;
        }

        return places;
    }

    private static List<string> Index(List<Word> words, int[] terms)
    {
        var places = new Dictionary<string, int>(words.Count / 2, StringComparer.Ordinal);
        var vocabulary = new List<string>(words.Count / 2);
        for (var i = 0; i < words.Count; i++)
        {
            terms[i] = -1;
            if (!words[i].IsContent)
                continue;
            if (!places.TryGetValue(words[i].Stem, out terms[i]))
            {
                terms[i] = places[words[i].Stem] = vocabulary.Count;
                vocabulary.Add(words[i].Stem);
            }
        }

        return vocabulary;
    }

    private static List<(int First, int End)> Cut(string text, TextSpan range, List<Word> words)
    {
        var sentences = new List<(int, int)>();
        var word = 0;
        foreach (var span in SentenceSplitter.Split(text[range.Start..range.End]))
        {
            var (start, end) = (span.Start + range.Start, span.End + range.Start);
            while (word < words.Count && words[word].Start < start)
                word++;
            var first = word;
            while (word < words.Count && words[word].End <= end)
            {
                word++;
                if (word - first < LongestSentence)
                    continue;
                sentences.Add((first, word));
                first = word;
            }

            if (word > first)
                sentences.Add((first, word));
        }

        return sentences;
    }
}
