using EvalHarness.TrainingData.Texts;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.TrainingData.Texts;

public class PlainTextTests
{
    [TestCase("  How long\tis it?! ", "how long is it")]
    [TestCase("HOW LONG, is\u00A0it", "how long is it")]
    [TestCase("Café", "cafe")]
    [TestCase("Cafe\u0301", "cafe")]
    [TestCase("It’s ﬁne", "its fine")]
    [TestCase("ｆｕｌｌ", "full")]
    [TestCase("?!", "")]
    [TestCase("Straße, Œuvre", "strasse oeuvre")]
    [TestCase("価格は?", "価格は")]
    [TestCase("हिन्दी में", "हिन्दी में")]
    public void What_changes_no_wording_is_taken_off(string text, string plain) => Assert.That(PlainText.Of(text), Is.EqualTo(plain));

    [Property]
    public bool Plain_text_is_plain_already(string? text)
    {
        var plain = PlainText.Of(Whole(text));

        return PlainText.Of(plain) == plain;
    }

    [Property]
    public bool White_space_around_changes_nothing(string? text) => PlainText.Of($" \t{Whole(text)}\n") == PlainText.Of(Whole(text));

    // Half of a character pair is refused when the file is read.
    private static string Whole(string? text) => string.Concat((text ?? "").Where(c => !char.IsSurrogate(c)));
}
