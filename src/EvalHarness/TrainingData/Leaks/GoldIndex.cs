using EvalHarness.TrainingData.Texts;

namespace EvalHarness.TrainingData.Leaks;

/// <summary>Finds the gold questions that a text resembles, without comparing it with each. Built once; safe to ask from many threads.</summary>
/// <remarks>
/// Exact and normalised by hash table; near-duplicates by MinHash and locality-sensitive hashing (32 bands of 4), each candidate then decided by Jaccard's coefficient itself;
/// word sequences by containment (Broder 1997) of the question's five-word sequences in the text, as the contamination reports of GPT-3 (Brown et al. 2020, appendix C) and PaLM (Chowdhery et al. 2022, section 8) do with longer ones.
/// </remarks>
internal sealed class GoldIndex
{
    /// <summary>From here two questions are taken for one.</summary>
    public const double Duplicate = 0.8;

    /// <summary>From here somebody should read both.</summary>
    public const double Similar = 0.6;

    /// <summary>Of a question's word sequences; PaLM's share.</summary>
    public const double Contained = 0.7;

    /// <summary>A shorter question's sequences are everyday phrases.</summary>
    public const int LeastWords = 8;

    private readonly List<GoldQuestion> questions = [];
    private readonly Dictionary<string, List<int>> byPlain = new(StringComparer.Ordinal);
    private readonly SignatureBuckets buckets = new(rows: 4);
    private readonly GramIndex grams = new();
    private readonly MinHash hash;

    public GoldIndex(MinHash hash) => this.hash = hash;

    public IReadOnlyList<GoldQuestion> Questions => questions;

    public void Add(GoldQuestion question)
    {
        if (question.Plain.Length == 0)
            return;
        var place = questions.Count;
        questions.Add(question);
        if (!byPlain.TryGetValue(question.Plain, out var same))
            byPlain[question.Plain] = same = new List<int>(1);
        same.Add(place);
        buckets.Add(hash.Sign(question.Letters), place);
        if (PlainText.Words(question.Plain) >= LeastWords)
            grams.Add(question.Plain, place);
    }

    /// <summary>Each gold question once, with the strongest way in which any of the texts resembles it.</summary>
    /// <param name="texts">Compared whole.</param>
    /// <param name="passages">In which word sequences are looked for.</param>
    public IReadOnlyList<GoldMatch> Find(IEnumerable<ComparedText> texts, IEnumerable<string> passages)
    {
        Dictionary<int, GoldMatch> found = [];
        foreach (var text in texts)
            Compare(text, found);
        foreach (var (place, share) in grams.Find(passages, Contained))
            Keep(found, place, new GoldMatch(questions[place], MatchKind.WordSequences, share));
        return [.. found.OrderBy(f => f.Key).Select(f => f.Value)];
    }

    private void Compare(ComparedText text, Dictionary<int, GoldMatch> found)
    {
        if (byPlain.TryGetValue(text.Plain, out var same))
        {
            foreach (var place in same)
                Keep(found, place, new GoldMatch(questions[place], questions[place].Text == text.Text ? MatchKind.Exact : MatchKind.Normalised, 1));
        }

        foreach (var place in buckets.Candidates(text.Signature(hash)))
        {
            if (Shingles.Similarity(questions[place].Letters, text.Letters) is var similarity and >= Similar)
                Keep(found, place, new GoldMatch(questions[place], similarity >= Duplicate ? MatchKind.NearDuplicate : MatchKind.Similar, similarity));
        }
    }

    private static void Keep(Dictionary<int, GoldMatch> found, int place, GoldMatch match)
    {
        if (!found.TryGetValue(place, out var known) || (match.Kind, match.Similarity).CompareTo((known.Kind, known.Similarity)) > 0)
            found[place] = match;
    }
}
