using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness.Checks;
using EvalHarness.Evaluators.Groundedness.Records;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>A text of evidence, read once for all the claims that are held against it.</summary>
internal sealed class PreparedEvidence
{
    private readonly List<double>[] hours;

    public PreparedEvidence(EvidenceText text)
    {
        Source = text;
        Title = [.. WordReader.Read(text.Title).Where(w => w.IsContent).Select(w => w.Stem)];
        IsRecord = RecordReader.IsRecord(text.Text);
        Text = IsRecord ? RecordReader.Unescape(text.Text) : SplitNumerals.Close(text.Text);
        var read = new EvidenceReader(Text, IsRecord);
        (Words, Negated, Quantities, Unknown, hours) = (read.Words, read.Negated, read.Quantities, read.Unknown, read.Hours);
        Sentences = read.Sentences.ConvertAll(s => (s.First, s.End));
        Spans = read.Sentences.ConvertAll(s => s.Span);
        Fields = read.Sentences.ConvertAll(s => s.IsField);
        Objects = read.Sentences.ConvertAll(s => s.Object);
        Values = read.Sentences.ConvertAll(s => s.Value);
        ObjectCount = Objects.Count == 0 ? 1 : Objects.Max() + 1;
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
    public List<Word> Words { get; }

    /// <summary>The text's content stems, each once.</summary>
    public List<string> Vocabulary { get; }

    /// <summary>The group of synonyms of each stem, 0 for none.</summary>
    public int[] Groups { get; }

    /// <summary>Each word's place in the vocabulary; below 0 when it carries no content.</summary>
    public int[] Terms { get; }

    /// <summary>Ranges of words.</summary>
    public List<(int First, int End)> Sentences { get; }

    /// <summary>Where each sentence stands in the text.</summary>
    public List<TextSpan> Spans { get; }

    /// <summary>Of each sentence, whether it is a record's field (yes or no by its value), not prose.</summary>
    public List<bool> Fields { get; }

    /// <summary>Of each sentence, the number of the record's object that it is a field of; 0 for prose.</summary>
    public List<int> Objects { get; }

    /// <summary>One more than the highest number in <see cref="Objects"/>.</summary>
    public int ObjectCount { get; }

    /// <summary>Of each sentence, the first word of its value; of prose its first word.</summary>
    public List<int> Values { get; }

    /// <summary>Which words belong together.</summary>
    public Clauses Clauses { get; }

    /// <summary>Which sentences are rows of a table.</summary>
    public Tables Tables { get; }

    public List<Quantity> Quantities { get; }

    /// <summary>In which sentence each quantity stands.</summary>
    public int[] QuantitySentences { get; }

    /// <summary>The stems that the names of a record's fields without a value end with: the record leaves open what they are.</summary>
    public IReadOnlySet<string> Unknown { get; }

    /// <summary>Of each word, whether it stands under a negation.</summary>
    public List<bool> Negated { get; }

    /// <summary>Whether a sentence of prose begins with a pronoun: it speaks of what the one before speaks of.</summary>
    public bool LeansBack(int sentence) => Pronouns.Begin(Words, Sentences[sentence].First, Sentences[sentence].End);

    /// <summary>The times of day that a record's field names for a day, 0 for Monday, in minutes after midnight.</summary>
    public IReadOnlyList<double> HoursOf(int day) => hours[day];

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
}
