namespace EvalHarness.Embedded.Reading;

/// <summary>What kind of answer the wording of a question asks for; several may hold.</summary>
internal sealed record QuestionKind(bool Number, bool Time, bool Money, bool Place, bool Bound, bool Permission)
{
    private static readonly string[] Numbers =
        ["how many", "how much", "how long", "how often", "how far", "how big", "how soon", "how old", "how fast", "how high", "maximum", "minimum", "max", "min", "limit", "number", "percent", "at most", "at least", "price", "cost", "fee"];

    private static readonly string[] Times =
        ["how long", "how soon", "how fast", "how often", "when", "until", "deadline", "duration", "valid", "expire", "in advance", "what time", "how late", "by what date", "how old"];

    private static readonly string[] Sums = ["how much", "price", "cost", "fee", "charge", "discount", "percent", "expensive", "cheap"];

    private static readonly string[] Places = ["where", "how do i", "how do we", "how can i", "how can we", "how to", "which menu", "what menu", "which page", "which setting", "find"];

    private static readonly string[] Bounds =
        ["how many", "how far", "how long", "how big", "maximum", "minimum", "max", "min", "limit", "cap", "ceiling", "at most", "at least", "up to", "highest", "lowest", "longest", "shortest", "furthest", "largest", "allowed", "fit", "capacity"];

    private static readonly string[] Permissions =
        ["can i", "can we", "can my", "can a", "can the", "may i", "may we", "may a", "who can", "who may", "who is allowed", "am i able", "is it possible", "is there a way", "could i", "could we", "do i have to", "do we have to"];

    public static QuestionKind Of(string question)
    {
        var text = question.ToLowerInvariant();
        return new QuestionKind(ContainsAny(text, Numbers), ContainsAny(text, Times), ContainsAny(text, Sums), ContainsAny(text, Places), ContainsAny(text, Bounds), ContainsAny(text, Permissions));
    }

    private static bool ContainsAny(string text, string[] phrases) => phrases.Any(p => ContainsWords(text, p));

    // The phrase begins a word; its end may carry on: "limits", "costs".
    private static bool ContainsWords(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
            if (at == 0 || !char.IsLetter(text[at - 1]))
                return true;
        return false;
    }
}
