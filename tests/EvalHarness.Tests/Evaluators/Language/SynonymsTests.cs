using EvalHarness.Evaluators.Language;

namespace EvalHarness.Tests.Evaluators.Language;

public sealed class SynonymsTests
{
    [TestCase("begin", "launched")]
    [TestCase("movie", "films")]
    [TestCase("doctor", "physicians")]
    [TestCase("CA", "California")]
    public void Words_of_a_group_may_stand_for_one_another(string left, string right)
    {
        Assert.That(Group(left), Is.Not.Zero);
        Assert.That(Group(left), Is.EqualTo(Group(right)));
    }

    [TestCase("before", "after")]
    [TestCase("win", "lose")]
    [TestCase("increase", "decrease")]
    [TestCase("open", "close")]
    public void Opposites_never_do(string left, string right) => Assert.That(Group(left) == 0 || Group(left) != Group(right), Is.True);

    private static int Group(string word) => Synonyms.GroupOf(WordReader.Read(word)[0].Stem);
}
