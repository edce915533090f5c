using EvalHarness.Embedded.Text;

namespace EvalHarness.Embedded.Reading;

/// <summary>Guesses a category by its name and by everyday words that go with such a name.</summary>
/// <remarks>Written down from general English: nothing here was counted in a dataset.</remarks>
internal static class CategoryWords
{
    private const double AnswerWeight = 0.5;

    private static readonly Dictionary<string, HashSet<string>> Known = new(StringComparer.Ordinal)
    {
        ["account"] = TermsOf("account password login sign-in user staff team role permission owner profile security session workspace device employee colleague invite"),
        ["billing"] = TermsOf("billing bill invoice plan price subscription VAT tax discount trial renewal upgrade downgrade charge credit"),
        ["booking"] = TermsOf("booking book appointment job ticket service waitlist queue reservation walk-in status slot photo repair"),
        ["calendar"] = TermsOf("calendar sync schedule shift holiday opening hours time zone date Google Outlook event closed rota"),
        ["messaging"] = TermsOf("messaging message SMS text email reminder template notification unsubscribe sender reply consent newsletter"),
        ["payments"] = TermsOf("payment pay card cash refund deposit payout terminal dispute chargeback fraud instalment bank"),
        ["data"] = TermsOf("data import export report CSV spreadsheet file delete backup privacy retention dashboard column row log erase"),
        ["apps"] = TermsOf("app phone tablet iOS Android printer label receipt offline integration API webhook key install scan widget"),
    };

    /// <summary>The category whose words the question, and with less weight the evidence, use most; the first one when none does.</summary>
    public static string Guess(IReadOnlyList<string> categories, IReadOnlyList<string> question, IReadOnlyList<string> evidence) =>
        categories.MaxBy(c => Count(c, question) + (AnswerWeight * Count(c, evidence))) ?? "";

    private static int Count(string category, IReadOnlyList<string> terms)
    {
        var words = Known.GetValueOrDefault(category) ?? TermsOf(category.Replace('-', ' '));
        return terms.Count(words.Contains);
    }

    private static HashSet<string> TermsOf(string words) => EnglishTerms.Of(words).ToHashSet(StringComparer.Ordinal);
}
