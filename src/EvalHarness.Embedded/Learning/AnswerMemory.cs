using EvalHarness.Embedded.Reading;
using EvalHarness.Embedded.Text;

namespace EvalHarness.Embedded.Learning;

/// <summary>Finds among the learned questions those that ask the same, by features that a matcher weighs. Examples that abstain are not in it.</summary>
internal sealed class AnswerMemory
{
    // The matcher looks closely at the nearest few only.
    private const int Nearest = 10;

    private readonly IReadOnlyList<IReadOnlySet<string>> questionSets;
    private readonly IReadOnlyList<QuestionKind> kinds;
    private readonly SimilarityIndex questions;
    private readonly SimilarityIndex letters;
    private readonly SimilarityIndex answers;
    private readonly SimilarityIndex everything;

    public AnswerMemory(IReadOnlyList<LearnedAnswer> entries)
    {
        Entries = entries;
        var terms = entries.Select(e => EnglishTerms.Of(e.Question)).ToList();
        var answerTerms = entries.Select(e => EnglishTerms.Of(e.Answer)).ToList();
        questionSets = [.. terms.Select(t => t.ToHashSet(StringComparer.Ordinal))];
        AnswerSets = [.. answerTerms.Select(t => t.ToHashSet(StringComparer.Ordinal))];
        kinds = [.. entries.Select(e => QuestionKind.Of(e.Question))];
        var subjects = entries.Select(e => e.Citations.Select(c => c.Document.Replace('-', ' ')).Distinct(StringComparer.Ordinal).SelectMany(EnglishTerms.Of).ToList()).ToList();
        questions = new SimilarityIndex([.. terms.Select(EnglishTerms.WithStarts)]);
        answers = new SimilarityIndex([.. answerTerms.Select(EnglishTerms.WithStarts)]);
        everything = new SimilarityIndex([.. terms.Select((t, i) => EnglishTerms.WithStarts([.. t, .. answerTerms[i], .. subjects[i]]))]);
        letters = new SimilarityIndex([.. entries.Select(e => LetterGrams.Of(e.Question))]);
    }

    public IReadOnlyList<LearnedAnswer> Entries { get; }

    public IReadOnlyList<IReadOnlySet<string>> AnswerSets { get; }

    /// <summary>The nearest entries with what the matcher weighs.</summary>
    /// <param name="without">An entry to leave out: in training the question's own.</param>
    public IReadOnlyList<(int Entry, float[] Features)> Candidates(AskedQuestion question, Func<string, double> category, int? without = null)
    {
        var terms = EnglishTerms.WithStarts(question.Terms);
        var (byTerms, byLetters, byAnswers, byAll) = (questions.Cosines(terms), letters.Cosines(LetterGrams.Of(question.Text)), answers.Cosines(terms), everything.Cosines(terms));
        var near = Enumerable.Range(0, Entries.Count)
            .Where(i => i != without)
            .Select(i => (Entry: i, Near: byAll[i] + (0.5 * byTerms[i]) + (0.5 * byLetters[i])))
            .OrderByDescending(n => n.Near)
            .ThenBy(n => n.Entry)
            .Take(Nearest + 1)
            .ToList();
        return [.. near.Take(Nearest).Select(n => (n.Entry, Features(question, category, n.Entry, byTerms[n.Entry], byLetters[n.Entry], byAnswers[n.Entry], byAll[n.Entry], n.Near - near[^1].Near)))];
    }

    /// <summary>The entry that most probably answers the question; nothing only when nothing was learned.</summary>
    public Recollection? Recall(AskedQuestion question, Func<string, double> category, LinearModel matcher, int? without = null) =>
        Candidates(question, category, without)
            .Select(c => new Recollection(c.Entry, Entries[c.Entry], matcher.Probability(c.Features)))
            .MaxBy(r => r.Confidence);

    private float[] Features(AskedQuestion question, Func<string, double> category, int entry, double byTerms, double byLetters, double byAnswer, double byAll, double ahead) =>
    [
        (float)byTerms,
        (float)byLetters,
        (float)byAnswer,
        (float)byAll,
        (float)Share(question.Terms, t => questionSets[entry].Contains(t) || AnswerSets[entry].Contains(t)),
        (float)Share(question.Focus, t => questionSets[entry].Contains(t) || AnswerSets[entry].Contains(t)),
        (float)Share(questionSets[entry], question.Weights.ContainsKey),
        (float)category(Entries[entry].Category),
        question.Kind == kinds[entry] ? 1 : 0,
        (float)ahead,
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
