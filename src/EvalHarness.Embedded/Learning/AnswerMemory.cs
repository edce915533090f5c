using EvalHarness.Embedded.Reading;
using EvalHarness.Embedded.Text;

namespace EvalHarness.Embedded.Learning;

/// <summary>Finds among the learned questions those that ask the same, by features that a matcher weighs.</summary>
internal sealed class AnswerMemory
{
    // The matcher looks closely at the nearest few only.
    private const int Nearest = 10;

    private readonly IReadOnlyList<IReadOnlySet<string>> questionSets;
    private readonly IReadOnlyList<QuestionKind> kinds;
    private readonly SimilarityIndex questions;
    private readonly SimilarityIndex letters;
    private readonly SimilarityIndex answers;

    public AnswerMemory(IReadOnlyList<LearnedAnswer> entries)
    {
        Entries = entries;
        var terms = entries.Select(e => EnglishTerms.Of(e.Question)).ToList();
        // What an abstention says does not speak of its question.
        var answerTerms = entries.Select(e => e.IsAbstention ? [] : EnglishTerms.Of(e.Answer)).ToList();
        questionSets = [.. terms.Select(t => t.ToHashSet(StringComparer.Ordinal))];
        AnswerSets = [.. answerTerms.Select(t => t.ToHashSet(StringComparer.Ordinal))];
        kinds = [.. entries.Select(e => QuestionKind.Of(e.Question))];
        questions = new SimilarityIndex(terms);
        answers = new SimilarityIndex(answerTerms);
        letters = new SimilarityIndex([.. entries.Select(e => LetterGrams.Of(e.Question))]);
    }

    public IReadOnlyList<LearnedAnswer> Entries { get; }

    /// <summary>Terms of the answers; none for abstentions.</summary>
    public IReadOnlyList<IReadOnlySet<string>> AnswerSets { get; }

    /// <summary>The nearest entries with what the matcher weighs.</summary>
    /// <param name="without">An entry to leave out: in training the question's own.</param>
    public IReadOnlyList<(int Entry, float[] Features)> Candidates(AskedQuestion question, Func<string, double> category, int? without = null)
    {
        var (byTerms, byLetters, byAnswers) = (questions.Cosines(question.Terms), letters.Cosines(LetterGrams.Of(question.Text)), answers.Cosines(question.Terms));
        var near = Enumerable.Range(0, Entries.Count)
            .Where(i => i != without)
            .Select(i => (Entry: i, Near: byTerms[i] + (0.5 * byLetters[i]) + (0.5 * byAnswers[i])))
            .OrderByDescending(n => n.Near)
            .ThenBy(n => n.Entry)
            .Take(Nearest + 1)
            .ToList();
        return [.. near.Take(Nearest).Select(n => (n.Entry, Features(question, category, n.Entry, byTerms[n.Entry], byLetters[n.Entry], byAnswers[n.Entry], n.Near - near[^1].Near)))];
    }

    /// <summary>The entry that most probably answers the question; nothing only when nothing was learned.</summary>
    public Recollection? Recall(AskedQuestion question, Func<string, double> category, LinearModel matcher, int? without = null) =>
        Candidates(question, category, without)
            .Select(c => new Recollection(c.Entry, Entries[c.Entry], matcher.Probability(c.Features)))
            .MaxBy(r => r.Confidence);

    private float[] Features(AskedQuestion question, Func<string, double> category, int entry, double byTerms, double byLetters, double byAnswer, double ahead) =>
    [
        (float)byTerms,
        (float)byLetters,
        (float)byAnswer,
        (float)Share(question.Terms, t => questionSets[entry].Contains(t) || AnswerSets[entry].Contains(t)),
        (float)Share(question.Focus, t => questionSets[entry].Contains(t) || AnswerSets[entry].Contains(t)),
        (float)Share(questionSets[entry], question.Weights.ContainsKey),
        (float)category(Entries[entry].Category),
        question.Kind == kinds[entry] ? 1 : 0,
        (float)ahead,
        Entries[entry].IsAbstention ? 1 : 0,
        (float)(byTerms * byTerms),
    ];

    private double Share(IEnumerable<string> terms, Func<string, bool> holds)
    {
        var (held, all) = (0.0, 0.0);
        foreach (var term in terms.Distinct(StringComparer.Ordinal))
        {
            var idf = questions.Idf(term);
            all += idf;
            held += holds(term) ? idf : 0;
        }

        return all > 0 ? held / all : 0;
    }
}
