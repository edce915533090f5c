using EvalHarness.Evaluators.Groundedness.Checks;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Tests.Evaluators.Groundedness.Checks;

public sealed class ClausesTests
{
    private const string Text = "Sales rose in May, while costs fell and debts grew.";

    [TestCase(1, false, "Sales rose in May")]
    [TestCase(5, false, "while costs fell")]
    [TestCase(5, true, "while costs fell and debts grew")]
    [TestCase(9, false, "and debts grew")]
    public void A_word_stands_in_its_clause(int word, bool isWide, string clause)
    {
        var words = WordReader.Read(Text);
        var (first, end) = new Clauses(Text, words, [(0, words.Count)], [false]).Around(word, isWide, (0, words.Count));

        Assert.That(Text[words[first].Start..words[end - 1].End], Is.EqualTo(clause));
    }

    [Test]
    public void A_field_is_one_clause()
    {
        var words = WordReader.Read(Text);

        Assert.That(new Clauses(Text, words, [(0, words.Count)], [true]).Around(1, isWide: false, (0, words.Count)), Is.EqualTo((0, words.Count)));
    }
}
