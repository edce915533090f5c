using EvalHarness.Embedded.Text;

namespace EvalHarness.Embedded.Reading;

/// <summary>A question as the readers compare it with sentences.</summary>
/// <param name="Terms">In order, repeated terms included.</param>
/// <param name="Weights">Each term's weight before its rarity counts: a story around the question weighs half.</param>
/// <param name="ContextTerms">Of what is said of the asker.</param>
/// <param name="EarlierTerms">Of the turns before it.</param>
internal sealed record AskedQuestion(
    string Text,
    QuestionKind Kind,
    IReadOnlyList<string> Terms,
    IReadOnlyDictionary<string, double> Weights,
    IReadOnlySet<string> Focus,
    IReadOnlySet<string> ContextTerms,
    IReadOnlySet<string> EarlierTerms)
{
    private const double StoryWeight = 0.5;

    public static AskedQuestion Of(ReaderPrompt prompt)
    {
        var focusText = FocusOf(prompt.Question);
        var terms = TermsOf(prompt.Question);
        var focus = TermsOf(focusText).ToHashSet(StringComparer.Ordinal);
        return new AskedQuestion(
            prompt.Question,
            QuestionKind.Of(focusText),
            terms,
            terms.Distinct(StringComparer.Ordinal).ToDictionary(t => t, t => focus.Contains(t) ? 1 : StoryWeight, StringComparer.Ordinal),
            focus,
            prompt.Context.SelectMany(TermsOf).ToHashSet(StringComparer.Ordinal),
            prompt.Earlier.SelectMany(TermsOf).ToHashSet(StringComparer.Ordinal));
    }

    private static IReadOnlyList<string> TermsOf(string text) => EnglishTerms.Of(text);

    // The sentences that ask; where none does, all of them.
    private static string FocusOf(string question)
    {
        var asking = SentenceSplitter.Split(question).Where(s => s.EndsWith('?')).ToList();
        return asking.Count == 0 ? question : string.Join(' ', asking);
    }
}
