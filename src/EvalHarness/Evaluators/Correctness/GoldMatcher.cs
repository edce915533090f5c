using System.Globalization;
using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>Says whether an answer of any length gives one of the gold answers.</summary>
/// <remarks>
/// Of a gold answer counts what it adds to the question: its quantities must be in the answer by value, and enough of its other content words, with the same polarity, spelled alike.
/// Of several things that are asked for each must be given. An answer that offers another one beside it (<c>either Paris or Lyon</c>) does not give it.
/// Error: knows no synonyms beyond the wordings that are given; believes what stands anywhere in the answer, and that a name inside a longer one is the same (<c>Sandown</c> of <c>Sandown Park</c>: holding it for another one cost .013 of kappa). The constants were chosen by kappa with people on half of the groups of short factual questions; the other half reports.
/// </remarks>
internal static class GoldMatcher
{
    /// <summary>From so many gold answers on they are all the names of one thing: a part of one that is no name of its own is not enough, and misspelled ones are among them.</summary>
    private const int ManyGolds = 4;

    // Of dozens of names the first that fits as well as one can will do.
    private const double AsGoodAsWhole = 0.9;

    /// <summary>What metrics that rest on a match are judged by.</summary>
    public static ScorerDefinition Scorer => new(AnswerCorrectness.Id, Definition);

    public static string Definition { get; } = string.Create(CultureInfo.InvariantCulture, $"gold-match/2 threshold={WordingMatcher.Threshold}..{WordingMatcher.LeastThreshold}");

    /// <summary>The best match over the gold answers; there must be one.</summary>
    public static GoldMatch Best(string question, IReadOnlyList<string> golds, string answer)
    {
        ReadText asked = new(question);
        var given = Footnotes.RemoveFrom(answer);
        var best = Best(asked, golds, given);
        if (best.IsMatch && Hedge.Find(given, question) is { } hedge && IsOneOfTwo(hedge))
            return best with { IsMatch = false, Reason = $"{best.Reason}, but as one of two" };
        return best;

        bool IsOneOfTwo(Hedge hedge) =>
            Best(asked, golds, hedge.Left).IsMatch != Best(asked, golds, hedge.Right).IsMatch && !Best(asked, golds, hedge.Rest).IsMatch;
    }

    private static GoldMatch Best(ReadText question, IReadOnlyList<string> golds, string answer)
    {
        WordingMatcher matcher = new(question, new ReadText(answer), golds.Count >= ManyGolds);
        GoldMatch? best = null;
        foreach (var gold in golds)
        {
            best = Better(best, Match(gold, question, matcher));
            if (best is { IsMatch: true, Score: >= AsGoodAsWhole })
                break;
        }

        return best!;
    }

    private static GoldMatch Match(string gold, ReadText question, WordingMatcher matcher)
    {
        if (!matcher.IsOneOfMany && GoldList.Items(gold, question) is { Count: > 0 } items)
            return All(gold, [.. items.Select(item => matcher.Match(item, new GoldAnswer(item, question)))]);
        GoldMatch? best = null;
        foreach (var wording in GoldWordings.Of(gold))
        {
            GoldAnswer read = new(wording, question);
            if (best is null || (read.IsOwn && !read.IsBarePolarity))
                best = Better(best, matcher.Match(gold, read));
        }

        return best!;
    }

    private static GoldMatch All(string gold, IReadOnlyList<GoldMatch> items)
    {
        var lacking = items.Where(m => !m.IsMatch).ToList();
        var score = items.Average(m => m.Score);
        return lacking.Count == 0
            ? new GoldMatch(true, score, gold, $"gives '{gold}'")
            : new GoldMatch(false, score, gold, $"nearest gold answer '{gold}': lacks {string.Join(", ", lacking.Select(m => m.Gold))}");
    }

    private static GoldMatch Better(GoldMatch? best, GoldMatch match) =>
        best is null || (match.IsMatch, match.Score).CompareTo((best.IsMatch, best.Score)) > 0 ? match : best;
}
