using EvalHarness.Evaluators.Groundedness.Records;

namespace EvalHarness.Tests.Evaluators.Groundedness.Records;

public sealed class RecordReaderTests
{
    [Test]
    public void A_field_is_its_two_nearest_names_and_its_value() =>
        Assert.That(Fields("""{"shop": {"hours": {"Monday": "9:0-17:0"}, "stars": 4.5}}"""), Is.EqualTo(new[] { "hours Monday = 9:0-17:0", "shop stars = 4.5" }));

    [Test]
    public void Yes_is_said_no_is_denied_and_unknown_is_left_out() =>
        Assert.That(Fields("""{"garage": true, "valet": false, "wifi": "no", "music": null}"""), Is.EqualTo(new[] { "garage = ", "NOT valet = ", "NOT wifi = " }));

    [Test]
    public void A_printed_dictionary_is_read_too() =>
        Assert.That(Fields("{'name': 'Tim's', 'patio': True, 'bar': None}"), Is.EqualTo(new[] { "name = Tim's", "patio = " }));

    [Test]
    public void Items_of_a_list_stand_under_its_name() =>
        Assert.That(Fields("""[{"tags": ["quiet", "small"]}]"""), Is.EqualTo(new[] { "tags = quiet", "tags = small" }));

    [Test]
    public void A_broken_record_gives_what_comes_before_the_break() =>
        Assert.That(Fields("""{"name": "Oak", "city": "Ulm", "stars"""), Is.EqualTo(new[] { "name = Oak", "city = Ulm" }));

    [TestCase("""{"a": 1}""", true)]
    [TestCase("""  [ {"a": 1} ]""", true)]
    [TestCase("[1] A footnote", false)]
    [TestCase("{braces} in prose", false)]
    [TestCase("", false)]
    public void Prose_is_no_record(string text, bool isRecord) => Assert.That(RecordReader.IsRecord(text), Is.EqualTo(isRecord));

    [Test]
    public void Escapes_leave_every_character_in_its_place()
    {
        const string Text = """{"a": "one\ntwo \"three\" caf\u00e9"}""";

        var plain = RecordReader.Unescape(Text);

        Assert.That(plain, Has.Length.EqualTo(Text.Length));
        Assert.That(plain, Does.Contain("one\n two").And.Contain("café"));
    }

    private static string[] Fields(string text) =>
        [.. RecordReader.Read(text).Select(f => $"{(f.IsDenied ? "NOT " : "")}{string.Join(' ', f.Key.Select(w => text[w.Start..w.End]))} = {(f.Value.Count == 0 ? "" : text[f.Value[0].Start..f.Value[^1].End])}")];
}
