using EvalHarness.Calibration.Labelling;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Calibration.Labelling;

public sealed class LabelKeyTests
{
    [Test]
    public void A_key_is_read_as_it_was_written()
    {
        using var folder = new TemporaryFolder();
        var key = SomeLabels.Key(2);

        var read = LabelKey.Read(folder.Write("key.json", key.ToJson()));

        Assert.That(read.ToJson(), Is.EqualTo(key.ToJson()));
    }

    [Test]
    public void A_key_that_was_changed_is_refused()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("key.json", SomeLabels.Key(2).ToJson().Replace("\"rag\"", "\"base\"", StringComparison.Ordinal));

        Assert.That(() => LabelKey.Read(file), Throws.TypeOf<InputException>().With.Message.Contains("the key has been changed since it was written"));
    }

    [Test]
    public void Names_of_rows_are_unlike_and_no_numbers()
    {
        var ids = OpaqueIds.Make(500, 1, "test");

        Assert.That(ids, Is.Unique.And.All.Match("^[b-z]{7}$"));
        Assert.That(OpaqueIds.Make(500, 2, "test"), Is.Not.EqualTo(ids));
    }

    [TestCase("'=1+1", "=1+1")]
    [TestCase("'-5", "-5")]
    [TestCase("'tis so", "'tis so")]
    [TestCase("'", "'")]
    [TestCase("plain", "plain")]
    public void What_keeps_a_spreadsheet_from_running_a_cell_is_taken_off(string cell, string text) => Assert.That(FormulaGuard.Undo(cell), Is.EqualTo(text));
}
