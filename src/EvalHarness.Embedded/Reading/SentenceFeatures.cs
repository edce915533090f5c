namespace EvalHarness.Embedded.Reading;

/// <summary>How a sentence fits a question, without anything learned: shares in [0, 1], and fits in {-1, 0, 1}.</summary>
internal sealed class SentenceFeatures(AskedQuestion question, Evidence evidence)
{
    private static readonly string[] TimeUnits = ["second", "minut", "hour", "dai", "day", "week", "month", "year", "midnight", "noon"];

    private static readonly string[] Bounds = ["up to", "at most", "at least", "no more than", "maximum", "minimum", "longest", "shortest", "limit", "between", "not be longer", "can have", "can hold", "includes"];
    private static readonly string[] Permissions = ["only", "can ", "cannot", "may ", "not possible", "allowed", "never", "always"];

    private readonly Dictionary<string, double> weights = question.Weights.ToDictionary(w => w.Key, w => w.Value * evidence.Idf(w.Key), StringComparer.Ordinal);

    private readonly Dictionary<string, List<string>> alike = question.Weights.Keys.ToDictionary(t => t, evidence.Alike, StringComparer.Ordinal);
    private readonly HashSet<(string, string)> pairs = [.. question.Terms.Zip(question.Terms.Skip(1))];

    public static IReadOnlyList<string> Names { get; } =
        ["coverage", "focus", "around", "neighbours", "passage", "pairs", "density", "alike", "number", "time", "money", "place", "bound", "permission", "rank", "asker", "earlier", "listed", "length", "opens-list"];

    public static int IndexOf(string name) => Names.Index().Single(n => n.Item == name).Index;

    public float[] Of(EvidenceSentence sentence)
    {
        var text = sentence.Sentence.Text;
        var kind = question.Kind;
        var coverage = Share(weights, sentence.Set.Contains);
        var density = Share(sentence.Set.Select(t => KeyValuePair.Create(t, evidence.Idf(t))), weights.ContainsKey);
        return
        [
            (float)coverage,
            (float)Share(weights.Where(w => question.Focus.Contains(w.Key)), sentence.Set.Contains),
            (float)Share(weights, t => !sentence.Set.Contains(t) && sentence.Around.Contains(t)),
            (float)Share(weights, t => !sentence.Set.Contains(t) && sentence.Neighbours.Contains(t)),
            (float)Share(weights, sentence.PassageTerms.Contains),
            Pairs(sentence),
            (float)density,
            Alike(sentence),
            Fit(kind.Number, text.Any(char.IsDigit)),
            Fit(kind.Time, sentence.Terms.Any(t => TimeUnits.Contains(t))),
            Fit(kind.Money, text.AsSpan().ContainsAny("€$£%")),
            Fit(kind.Place, text.Contains(" > ", StringComparison.Ordinal)),
            Fit(kind.Bound, Bounds.Any(b => text.Contains(b, StringComparison.OrdinalIgnoreCase))),
            Fit(kind.Permission, Permissions.Any(p => text.Contains(p, StringComparison.OrdinalIgnoreCase))),
            1f / (1 + sentence.PassageRank),
            ShareOf(question.ContextTerms, sentence.Set),
            ShareOf(question.EarlierTerms, sentence.Set),
            sentence.Sentence.IsListed ? 1 : 0,
            MathF.Log(1 + sentence.Terms.Count) / 4,
            text.EndsWith(':') ? 1 : 0,
        ];
    }

    private static float Fit(bool asked, bool has) => !asked ? 0 : has ? 1 : -1;

    private static double Share(IEnumerable<KeyValuePair<string, double>> weights, Func<string, bool> holds)
    {
        var (held, all) = (0.0, 0.0);
        foreach (var (term, weight) in weights)
        {
            all += weight;
            held += holds(term) ? weight : 0;
        }

        return all > 0 ? held / all : 0;
    }

    private static float ShareOf(IReadOnlySet<string> terms, IReadOnlySet<string> set) =>
        terms.Count == 0 ? 0 : (float)terms.Count(set.Contains) / terms.Count;

    // Neighbouring terms of the question that are neighbours in the sentence too.
    private float Pairs(EvidenceSentence sentence)
    {
        var found = sentence.Terms.Zip(sentence.Terms.Skip(1)).Count(p => pairs.Contains(p) || pairs.Contains((p.Second, p.First)));
        return pairs.Count == 0 ? 0 : Math.Min(1f, (float)found / Math.Min(pairs.Count, 4));
    }

    // Terms that only look alike: another form of the word, or a slip of the keyboard.
    private float Alike(EvidenceSentence sentence) =>
        (float)Share(weights, t => !sentence.Set.Contains(t) && alike[t].Any(sentence.Set.Contains));
}
