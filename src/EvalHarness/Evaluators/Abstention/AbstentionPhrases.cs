using System.Buffers;
using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Abstention;

/// <summary>How replies in five languages say that they do not know, for contracts that name neither a flag nor phrases of their own.</summary>
/// <remarks>Each language looks for who speaks (the first person, or the sources) and for what is missing: <c>If you don't know your password</c> is no abstention.</remarks>
internal static class AbstentionPhrases
{
    /// <summary>Each with what one of its phrases always contains: looking for that first is far cheaper.</summary>
    private static readonly (SearchValues<string> Cues, Func<Regex> Pattern)[] Languages =
    [
        (Cues("not", "n't", "no ", "unable", "insufficient", "unanswerable"), EnglishPhrases.Pattern),
        (Cues("nicht", "kein", "zu wenig"), GermanPhrases.Pattern),
        (Cues("pas", "ignore", "aucun", "impossible", "incapable", "rien"), FrenchPhrases.Pattern),
        (Cues("no ", "desconozco", "ningun", "insuficiente"), SpanishPhrases.Pattern),
        (Cues("non ", "nessun", "insufficient", "impossibile"), ItalianPhrases.Pattern),
    ];

    /// <summary>Whether a reply or one of its sentences says so.</summary>
    public static bool Says(string text)
    {
        var plain = text.Replace('’', '\'');
        return Languages.Any(language => plain.AsSpan().ContainsAny(language.Cues) && language.Pattern().IsMatch(plain));
    }

    private static SearchValues<string> Cues(params string[] cues) => SearchValues.Create(cues, StringComparison.OrdinalIgnoreCase);
}
