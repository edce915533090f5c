using EvalHarness.Evaluators.Checks;

namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class SyllablesTests
{
    [TestCase("the", ExpectedResult = 1)]
    [TestCase("love", ExpectedResult = 1)]
    [TestCase("table", ExpectedResult = 2)]
    [TestCase("walked", ExpectedResult = 1)]
    [TestCase("wanted", ExpectedResult = 2)]
    [TestCase("boxes", ExpectedResult = 2)]
    [TestCase("create", ExpectedResult = 2)]
    [TestCase("nation", ExpectedResult = 2)]
    [TestCase("readability", ExpectedResult = 5)]
    [TestCase("reliable", ExpectedResult = 4)]
    [TestCase("being", ExpectedResult = 2)]
    [TestCase("rhythm", ExpectedResult = 1)]
    public int Syllables_are_counted_by_spelling(string word) => Syllables.Count(word);
}
