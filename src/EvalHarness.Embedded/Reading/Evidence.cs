using EvalHarness.Embedded.Text;

namespace EvalHarness.Embedded.Reading;

/// <summary>The sentences of a prompt's passages, and how rare each term is among them.</summary>
internal sealed class Evidence
{
    private readonly Dictionary<string, int> frequencies = new(StringComparer.Ordinal);

    private readonly ILookup<char, string> vocabulary;

    private Evidence(IReadOnlyList<EvidenceSentence> sentences)
    {
        Sentences = sentences;
        foreach (var term in sentences.SelectMany(s => s.Set))
            frequencies[term] = frequencies.GetValueOrDefault(term) + 1;
        vocabulary = frequencies.Keys.ToLookup(t => t[0]);
    }

    public IReadOnlyList<EvidenceSentence> Sentences { get; }

    /// <summary>A sentence that overlapping windows show twice counts once.</summary>
    public static Evidence Of(IReadOnlyList<PromptPassage> passages) => new(
        [.. passages.SelectMany(SentencesOf).DistinctBy(s => (s.Document, s.Sentence.Text))]);

    /// <summary>A term's rarity; a term that no sentence has is not the rarest: it may be part of a story.</summary>
    public double Idf(string term)
    {
        var frequency = frequencies.GetValueOrDefault(term, 2);
        return Math.Log(1 + ((Sentences.Count - Math.Min(frequency, Sentences.Count) + 0.5) / (frequency + 0.5)));
    }

    /// <summary>Terms of the sentences that look like forms of this one.</summary>
    public List<string> Alike(string term) => [.. vocabulary[term[0]].Where(t => t != term && Spelling.IsAlike(t, term))];

    private static IEnumerable<EvidenceSentence> SentencesOf(PromptPassage passage, int rank)
    {
        var sentences = MarkdownSentences.Of(passage.Text);
        var terms = sentences.Select(s => EnglishTerms.Of(s.Text)).ToList();
        var title = EnglishTerms.Of(passage.Title);
        var headings = sentences.Select(s => s.Heading).Distinct(StringComparer.Ordinal).ToDictionary(h => h, h => title.Concat(EnglishTerms.Of(h)).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var all = terms.SelectMany(t => t).Concat(title).ToHashSet(StringComparer.Ordinal);
        return sentences.Select((sentence, i) => new EvidenceSentence(
            sentence,
            passage,
            rank,
            terms[i],
            terms[i].ToHashSet(StringComparer.Ordinal),
            headings[sentence.Heading],
            Neighbours(terms, i),
            all));
    }

    private static HashSet<string> Neighbours(List<IReadOnlyList<string>> terms, int i) =>
        (i > 0 ? terms[i - 1] : []).Concat(i + 1 < terms.Count ? terms[i + 1] : []).ToHashSet(StringComparer.Ordinal);
}
