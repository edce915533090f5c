namespace EvalHarness.Embedded.Reading;

/// <summary>Guesses how pressing a question is by everyday signal words.</summary>
internal static class PriorityWords
{
    private static readonly string[] Urgent =
        ["urgent", "emergency", "immediately", "asap", "stolen", "hacked", "breach", "charged twice", "double charged", "overcharged", "wrongly", "nobody can", "no one can", "lost all", "all gone", "wiped"];

    private static readonly string[] High =
        ["can't", "cannot", "won't", "doesn't work", "not working", "broken", "stuck", "error", "fails", "failed", "stopped", "blocked", "refuses", "disappeared", "missing", "locked out", "keeps "];

    private static readonly string[] Low =
        ["what does", "what is", "what's", "difference", "compare", "curious", "wonder", "how many", "how much", "how long", "how often", "is there a limit", "maximum", "minimum", "price", "cost", "planning", "thinking of", "mean"];

    private const int ShortQuery = 3;

    /// <summary>One of the four usual words, or of the values given the one that stands where it would.</summary>
    public static string Guess(IReadOnlyList<string> priorities, string question)
    {
        var guess = Of(question.ToLowerInvariant().Replace('’', '\''));
        string[] usual = ["low", "normal", "high", "urgent"];
        return priorities.Count == 0 || priorities.Contains(guess)
            ? guess
            : priorities[Math.Min(Array.IndexOf(usual, guess), priorities.Count - 1)];
    }

    private static string Of(string question) =>
        Urgent.Any(question.Contains) ? "urgent"
        : High.Any(question.Contains) ? "high"
        : Low.Any(question.Contains) || question.Split(' ').Length <= ShortQuery ? "low"
        : "normal";
}
