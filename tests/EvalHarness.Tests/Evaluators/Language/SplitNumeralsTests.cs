using EvalHarness.Evaluators.Language;

namespace EvalHarness.Tests.Evaluators.Language;

public sealed class SplitNumeralsTests
{
    [TestCase("about 26, 000 people", "about 26,000  people")]
    [TestCase("for $ 1. 7 million", "for $ 1.7  million")]
    [TestCase("grew 7. 8 per cent", "grew 7.8  per cent")]
    public void A_gap_in_a_numeral_is_closed_and_the_length_stays(string text, string closed) => Assert.That(SplitNumerals.Close(text), Is.EqualTo(closed));

    [TestCase("In 2015, 141 boats came.")]
    [TestCase("It sold 5. 20 were left.")]
    [TestCase("rows 5, 12 and 400")]
    public void Two_numbers_stay_two(string text) => Assert.That(SplitNumerals.Close(text), Is.EqualTo(text));
}
