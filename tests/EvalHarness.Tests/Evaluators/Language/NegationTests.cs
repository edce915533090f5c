using EvalHarness.Evaluators.Language;

namespace EvalHarness.Tests.Evaluators.Language;

public sealed class NegationTests
{
    [TestCase("You cannot export invoices", "export")]
    [TestCase("It doesn't sync", "sync")]
    [TestCase("without a card", "card")]
    public void What_follows_a_negator_is_denied(string text, string word) => Assert.That(Denied(text), Does.Contain(word));

    [TestCase("You cannot export, but you can print", "print")]
    [TestCase("Do not wait until Monday", "monday")]
    [TestCase("It syncs not only contacts", "contacts")]
    [TestCase("No, it syncs", "syncs")]
    [TestCase("no later than Friday", "friday")]
    public void What_stands_outside_its_clause_is_not(string text, string word) => Assert.That(Denied(text), Does.Not.Contain(word));

    private static List<string> Denied(string text)
    {
        var words = WordReader.Read(text);
        var negated = new bool[words.Count];
        Negation.Mark(new WordRun(text, words), 0, words.Count, negated);
        return [.. words.Where((_, i) => negated[i]).Select(w => text[w.Start..w.End].ToLowerInvariant())];
    }
}
