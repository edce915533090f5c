using EvalHarness.Datasets;
using EvalHarness.TrainingData.Texts;

namespace EvalHarness.TrainingData;

/// <summary>How often the facts that gold samples ask for stood in training data.</summary>
/// <remarks>
/// A fact stood in an example when its reply holds at least 70 % of the telling words of one of the sample's gold quotes: those that at most a quarter of all quotes have.
/// Rewordings that share fewer words are not seen, and a reply on the same subject may be taken for the fact; a count says how familiar a fact was, not that it was learned.
/// </remarks>
public static class TaughtFacts
{
    private const double Shared = 0.7;
    private const double Telling = 0.25;

    // Fewer quotes have too few words in common to tell which are telling.
    private const int FewestQuotes = 8;

    /// <returns>Examples by sample; samples without a gold quote are left out.</returns>
    public static async Task<IReadOnlyDictionary<string, int>> CountAsync(IAsyncEnumerable<Sample> samples, string trainingFile, CancellationToken cancellationToken)
    {
        List<(string Sample, HashSet<string> Words)> quotes = [];
        await foreach (var sample in samples.WithCancellation(cancellationToken))
            quotes.AddRange(sample.Evidence.Select(e => e.Quote).Where(q => q.Length > 0).Select(q => (sample.Id, Words(q))));
        KeepTelling(quotes);

        var places = quotes.SelectMany((q, place) => q.Words.Select(word => (word, place))).ToLookup(w => w.word, w => w.place, StringComparer.Ordinal);
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (var (sample, _) in quotes)
            counts[sample] = 0;
        await foreach (var example in TrainingReader.ReadAsync(trainingFile, cancellationToken))
            foreach (var sample in Held(example, quotes, places))
                counts[sample]++;
        return counts;
    }

    private static IEnumerable<string> Held(TrainingExample example, List<(string Sample, HashSet<string> Words)> quotes, ILookup<string, int> places) =>
        Words(example.Target).SelectMany(word => places[word]).CountBy(place => place)
            .Where(found => found.Value >= Shared * quotes[found.Key].Words.Count)
            .Select(found => quotes[found.Key].Sample)
            .Distinct(StringComparer.Ordinal);

    private static void KeepTelling(List<(string Sample, HashSet<string> Words)> quotes)
    {
        if (quotes.Count < FewestQuotes)
            return;
        var common = quotes.SelectMany(q => q.Words).CountBy(w => w, StringComparer.Ordinal).Where(w => w.Value > Telling * quotes.Count).Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (_, words) in quotes.Where(q => q.Words.Any(w => !common.Contains(w))))
            words.ExceptWith(common);
    }

    private static HashSet<string> Words(string text) => [.. PlainText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
