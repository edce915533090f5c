namespace EvalHarness.Embedded.Learning;

/// <summary>Which words of answers go with which words of questions, learned from pairs of both.</summary>
/// <param name="Probabilities">By question term, the answer terms that it often brings about, in (0, 1].</param>
/// <remarks>Source: IBM Model 1, Brown et al. 1993, Computational Linguistics 19(2).</remarks>
internal sealed record Associations(Dictionary<string, Dictionary<string, double>> Probabilities)
{
    private const int Rounds = 5;
    private const double Least = 0.08;

    public static Associations Learn(IReadOnlyList<(IReadOnlyList<string> Question, IReadOnlyList<string> Answer)> pairs)
    {
        var sets = pairs.Select(p => (Question: p.Question.Distinct(StringComparer.Ordinal).ToArray(), Answer: p.Answer.Distinct(StringComparer.Ordinal).ToArray())).ToList();
        var table = new Dictionary<(string, string), double>();
        for (var round = 0; round < Rounds; round++)
            table = Improve(sets, table);

        return new Associations(table
            .Where(t => t.Value >= Least && t.Key.Item1 != t.Key.Item2)
            .GroupBy(t => t.Key.Item1, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(t => t.Key.Item2, StringComparer.Ordinal).ToDictionary(t => t.Key.Item2, t => Math.Round(t.Value, 4), StringComparer.Ordinal), StringComparer.Ordinal));
    }

    /// <summary>How strongly a question's terms bring about terms of the sentence that are not in the question: a weighted mean, in [0, 1].</summary>
    public float Strength(IReadOnlyDictionary<string, double> question, IReadOnlySet<string> sentence)
    {
        var (strength, all) = (0.0, 0.0);
        foreach (var (term, weight) in question)
        {
            all += weight;
            if (Probabilities.TryGetValue(term, out var answers))
                strength += weight * answers.Where(a => sentence.Contains(a.Key) && !question.ContainsKey(a.Key)).Select(a => a.Value).DefaultIfEmpty(0).Max();
        }

        return all > 0 ? (float)(strength / all) : 0;
    }

    private static Dictionary<(string, string), double> Improve(List<(string[] Question, string[] Answer)> pairs, Dictionary<(string, string), double> table)
    {
        var counts = new Dictionary<(string, string), double>();
        var totals = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (question, answer) in pairs)
            foreach (var target in answer)
            {
                var shares = Array.ConvertAll(question, source => table.Count == 0 ? 1 : table.GetValueOrDefault((source, target)));
                var sum = shares.Sum();
                for (var i = 0; i < question.Length && sum > 0; i++)
                {
                    counts[(question[i], target)] = counts.GetValueOrDefault((question[i], target)) + (shares[i] / sum);
                    totals[question[i]] = totals.GetValueOrDefault(question[i]) + (shares[i] / sum);
                }
            }

        // Three imaginary sightings of nothing keep a word that was seen once from being sure.
        return counts.ToDictionary(c => c.Key, c => c.Value / (totals[c.Key.Item1] + 3));
    }
}
