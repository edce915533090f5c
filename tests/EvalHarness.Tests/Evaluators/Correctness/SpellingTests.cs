using EvalHarness.Evaluators.Correctness;

namespace EvalHarness.Tests.Evaluators.Correctness;

public sealed class SpellingTests
{
    [TestCase("aether", "ether")]
    [TestCase("colour", "color")]
    [TestCase("organis", "organiz")]
    [TestCase("llandewi", "landewi")]
    [TestCase("colombia", "colombian")]
    [TestCase("iran", "iranian")]
    [TestCase("magnetis", "magnet")]
    public void Other_spellings_and_forms_are_one_word(string left, string right) => Assert.That((Spelling.AreOneWord(left, right, isName: true), Spelling.AreOneWord(right, left, isName: true)), Is.EqualTo((true, true)));

    [TestCase("niger", "nigeria")]
    [TestCase("iran", "iraq")]
    [TestCase("austria", "australia")]
    [TestCase("2fa", "2fb")]
    public void Other_words_are_not(string left, string right) => Assert.That(Spelling.AreOneWord(left, right, isName: true) || Spelling.IsMisspelled(left, right, isName: true), Is.False);

    [Test]
    public void Of_other_words_than_names_a_short_root_says_little()
    {
        Assert.That(Spelling.AreOneWord("count", "counter", isName: false), Is.False);
        Assert.That(Spelling.AreOneWord("magnet", "magnetis", isName: false), Is.True);
    }

    [TestCase("marsellaise", "marseillaise", true, true)]
    [TestCase("velmar", "velmer", true, true)]
    [TestCase("velmar", "velmer", false, false)]
    [TestCase("gambia", "zambia", true, false)]
    [TestCase("shostakovitch", "shostakowich", true, true)]
    [TestCase("slovakia", "slovenia", true, false)]
    public void A_name_may_be_one_letter_off_but_not_its_first(string left, string right, bool isName, bool isMisspelled) =>
        Assert.That(Spelling.IsMisspelled(left, right, isName), Is.EqualTo(isMisspelled));

    [TestCase("VII", "vii", 7)]
    [TestCase("XIV", "xiv", 14)]
    [TestCase("Seventh", "7th", 7)]
    [TestCase("2", "2", 2)]
    [TestCase("40", "40", null)]
    [TestCase("mix", "mix", null)]
    public void A_numeral_has_a_value(string written, string stem, int? value) => Assert.That(Numeral.Of(written, stem), Is.EqualTo(value));

    [TestCase("It was Velmar1. He won.", "It was Velmar. He won.")]
    [TestCase("MI5 and H2O and Fab4", "MI5 and H2O and Fab4")]
    public void Footnote_figures_are_left_out(string text, string without) => Assert.That(Footnotes.RemoveFrom(text), Is.EqualTo(without));
}
