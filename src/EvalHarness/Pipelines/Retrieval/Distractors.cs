using System.Globalization;
using System.Text;
using EvalHarness.Datasets;
using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Retrieval;

/// <summary>Documents that answer nothing, in the corpus's own words: what a search has to tell apart as a knowledge base grows.</summary>
/// <remarks>
/// A chain of words in which each follows the one before it somewhere in the corpus, broken every few words so that no fact of an article is copied.
/// The same corpus and count give the same documents, and a larger count holds those of a smaller one.
/// </remarks>
internal static class Distractors
{
    /// <summary>Of the way they are made: it is in the grown corpus's hash.</summary>
    private const string Version = "distractors/1";

    // Shorter than what evidence usually quotes.
    private const int LongestRun = 5;
    private const int FewestWords = 120;
    private const int MostWords = 400;

    public static Corpus AddTo(Corpus corpus, int count)
    {
        if (count == 0)
            return corpus;
        string[] words = [.. corpus.Documents.SelectMany(d => d.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
        var followers = words.Zip(words.Skip(1)).ToLookup(p => p.First, p => p.Second, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        var made = Enumerable.Range(1, count).Select(number => Make(number, corpus, words, followers));
        return new Corpus(
            corpus.Name,
            ContentHash.Of(corpus.Hash, Version, count.ToString(CultureInfo.InvariantCulture)),
            [.. corpus.Documents.Concat(made).OrderBy(d => d.Id, StringComparer.Ordinal)]);
    }

    private static Document Make(int number, Corpus corpus, string[] words, Dictionary<string, string[]> followers)
    {
        var random = new Random(number);
        var id = string.Create(CultureInfo.InvariantCulture, $"distractor-{number:000000}");
        var title = corpus.Documents[random.Next(corpus.Documents.Count)].Title;
        return new Document(id, title, null, Text(random, random.Next(FewestWords, MostWords), words, followers));
    }

    // Not a word that goes on as an article does; where every word does, any.
    private static string Unlike(string[] next, Random random, string[] words)
    {
        const int Tries = 50;
        var word = words[random.Next(words.Length)];
        for (var tries = 0; tries < Tries && next.Contains(word); tries++)
            word = words[random.Next(words.Length)];
        return word;
    }

    private static string Text(Random random, int length, string[] words, Dictionary<string, string[]> followers)
    {
        StringBuilder text = new();
        for (var (written, run, word) = (0, 0, ""); written < length; written++, run++)
        {
            var next = followers.GetValueOrDefault(word, []);
            word = run % LongestRun > 0 && next.Length > 0 ? next[random.Next(next.Length)] : Unlike(next, random, words);
            text.Append(written == 0 ? "" : " ").Append(word);
        }

        return text.ToString();
    }
}
