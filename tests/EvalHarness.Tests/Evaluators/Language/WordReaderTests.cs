using EvalHarness.Evaluators.Language;

namespace EvalHarness.Tests.Evaluators.Language;

public sealed class WordReaderTests
{
    [TestCase("Resets the user's password", "reset the user password")]
    [TestCase("Beyoncé's café", "beyonc cafe")]
    [TestCase("sign-in", "sign in")]
    [TestCase("p.m. in the U.K.", "pm in the uk")]
    [TestCase("1,000.5 MB", "1000.5 mb")]
    [TestCase("30min", "30 min")]
    [TestCase("2FA on the 3rd", "2fa on the 3rd")]
    [TestCase("third", "3rd")]
    [TestCase("OutdoorSeating", "outdoor seat")]
    [TestCase("don’t", "don't")]
    public void Words_are_evened_out(string text, string stems) => Assert.That(string.Join(' ', WordReader.Read(text).Select(w => w.Stem)), Is.EqualTo(stems));

    [Test]
    public void A_word_knows_where_it_stands()
    {
        const string Text = "  The Reset-link, again";

        Assert.That(WordReader.Read(Text).Select(w => Text[w.Start..w.End]), Is.EqualTo(new[] { "The", "Reset", "link", "again" }));
    }

    [Test]
    public void A_word_of_hostile_length_is_read_by_its_beginning() => Assert.That(WordReader.Read(new string('x', 100_000)).Single().Stem, Has.Length.EqualTo(64));
}
