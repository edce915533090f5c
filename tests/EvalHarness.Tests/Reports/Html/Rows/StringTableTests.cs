using EvalHarness.Reports.Html.Rows;
using FsCheck;

namespace EvalHarness.Tests.Reports.Html.Rows;

public sealed class StringTableTests
{
    [FsCheck.NUnit.Property]
    public void The_pieces_joined_are_the_text(NonNull<string> text)
    {
        var table = new StringTable();

        var packed = table.Pack(text.Get);

        Assert.That(string.Concat(packed.Pieces.Select(p => table.Strings[p])), Is.EqualTo(text.Get));
    }

    [Test]
    public void A_sentence_is_stored_once_whether_it_stands_alone_or_in_a_reply()
    {
        var table = new StringTable();
        var sentence = table.Pack("A reset link is valid for 30 minutes.");
        var strings = table.Strings.Count;

        table.Pack("""{"answer":"A reset link is valid for 30 minutes."}""");

        Assert.That(table.Strings.Skip(strings), Has.None.Contains("30 minutes"));
        Assert.That(sentence.Pieces, Has.Count.EqualTo(1));
    }

    [Test]
    public void The_same_text_is_the_same_pieces()
    {
        var table = new StringTable();

        var first = table.Pack("One. Two.");

        Assert.That(table.Pack("One. Two.").Pieces, Is.EqualTo(first.Pieces));
    }
}
