using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>A text of evidence, read once for all the claims that are held against it.</summary>
internal sealed class PreparedEvidence
{
    /// <summary>A longer sentence (a table, a dump of fields) is cut, so that a window stays a window.</summary>
    private const int LongestSentence = 60;

    public PreparedEvidence(EvidenceText text)
    {
        Source = text;
        Title = [.. WordReader.Read(text.Title).Where(w => w.IsContent).Select(w => w.Stem)];
        Words = WordReader.Read(text.Text);
        Terms = new int[Words.Count];
        Vocabulary = Index(Words, Terms);
        Sentences = Cut(text.Text, Words);
        Quantities = QuantityReader.Read(text.Text, Words);
        Negated = new bool[Words.Count];
        var run = new WordRun(text.Text, Words);
        foreach (var (first, end) in Sentences)
            Negation.Mark(run, first, end, Negated);
        QuantitySentences = [.. Quantities.Select(q => Sentences.FindIndex(s => q.FirstWord < s.End))];
    }

    public EvidenceText Source { get; }

    /// <summary>Stems of the title: they hold for every sentence of the text.</summary>
    public IReadOnlyList<string> Title { get; }

    public List<Word> Words { get; }

    /// <summary>The text's content stems, each once.</summary>
    public List<string> Vocabulary { get; }

    /// <summary>Each word's place in the vocabulary; below 0 when it carries no content.</summary>
    public int[] Terms { get; }

    /// <summary>Ranges of words.</summary>
    public List<(int First, int End)> Sentences { get; }

    public List<Quantity> Quantities { get; }

    /// <summary>In which sentence each quantity stands.</summary>
    public int[] QuantitySentences { get; }

    public bool[] Negated { get; }

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

    private static List<(int First, int End)> Cut(string text, List<Word> words)
    {
        var sentences = new List<(int, int)>();
        var word = 0;
        foreach (var span in SentenceSplitter.Split(text))
        {
            while (word < words.Count && words[word].Start < span.Start)
                word++;
            var first = word;
            while (word < words.Count && words[word].End <= span.End)
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
