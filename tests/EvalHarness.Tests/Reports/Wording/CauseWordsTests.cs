using EvalHarness.Comparisons;
using EvalHarness.Diagnosis;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Tests.Reports.Wording;

public sealed class CauseWordsTests
{
    [Test]
    public void Every_cause_has_words_and_a_meaning()
    {
        var words = Enum.GetValues<Cause>().Select(CauseWords.Of).ToList();

        Assert.That(words, Is.Unique.And.Not.Contains(""));
        Assert.That(Enum.GetValues<Cause>().Select(CauseWords.Meaning), Is.Unique.And.All.Match("[.]$"));
    }

    [Test]
    public void A_sentence_names_the_three_commonest_causes_and_the_rest() => Assert.That(
        CauseWords.Sentence(Causes(259, (Cause.RetrieverMissed, 106), (Cause.OverRefused, 80), (Cause.Unsupported, 50), (Cause.FormatOnly, 23))),
        Is.EqualTo("rag: of 259 answers that went wrong (of 416), 41 % retriever missed, 31 % over-refused, 19 % unsupported, 9 % other."));

    [Test]
    public void Where_nothing_went_wrong_it_says_so() => Assert.That(CauseWords.Sentence(Causes(0)), Is.EqualTo("rag: none of 416 answers went wrong."));

    [Test]
    public void A_cell_has_number_and_share()
    {
        Assert.That(CauseWords.Cell(new CauseSummary("rag", Cause.OverRefused, 1_200, 4_800, 9_999, null)), Is.EqualTo("1,200 (25 %)"));
        Assert.That(CauseWords.Cell(new CauseSummary("rag", Cause.OverRefused, 0, 0, 16, null)), Is.EqualTo("0"));
    }

    private static List<CauseSummary> Causes(int faulty, params (Cause Cause, int Rows)[] causes) =>
        [.. Enum.GetValues<Cause>().Select(cause => new CauseSummary("rag", cause, causes.FirstOrDefault(c => c.Cause == cause).Rows, faulty, 416, null))];
}
