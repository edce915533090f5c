using System.IO.Compression;
using System.Text;
using EvalHarness.Calibration;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Calibration;

public sealed class LabelledRowReaderTests
{
    private const string Full = """{"id": "1|rag", "group": 7, "source": "s", "system": "rag", "question": "How long?", "references": ["an hour", "an hour", "60 minutes"], "answer": "1 h", "label": 1, "note": "kept out"}""";

    private readonly TemporaryFolder folder = new();

    [OneTimeTearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void An_id_that_stands_twice_is_refused_with_both_places()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("l.jsonl", string.Concat(new[] { "a", "b", "a" }.Select(id => $$"""{"id": "{{id}}", "group": "g", "source": "s", "question": "q", "answer": "x", "label": 1}""" + "\n")));

        Assert.That(() => LabelledRowReader.ReadAsync(file, default), Throws.TypeOf<InputException>().With.Message.EqualTo($"{file}:3: the id 'a' stands in line 1 already. Take the row out, or give it an id of its own; several raters' labels of one answer stand in one row: labels."));
    }

    [Test]
    public async Task A_row_is_read_and_other_keys_are_left_alone()
    {
        var row = (await Read(Full))[0];

        Assert.That((row.Id, row.Group, row.Source, row.System, row.Question, row.Answer, row.Label), Is.EqualTo(("1|rag", "7", "s", "rag", "How long?", "1 h", true)));
        Assert.That(row.References, Is.EqualTo(new[] { "an hour", "60 minutes" }));
    }

    [Test]
    public async Task What_is_absent_comes_from_the_place()
    {
        var rows = await Read("""{"answer": "a", "label": false, "model": "m"}""" + "\n" + """{"answer": "b", "labels": [1, 1, 0]}""");

        Assert.That(rows.Select(r => (r.Id, r.Group, r.Source, r.System, r.Label)), Is.EqualTo(new[]
        {
            ("labels.jsonl:1", "labels.jsonl:1", "labels.jsonl", "m", false),
            ("labels.jsonl:2", "labels.jsonl:2", "labels.jsonl", "", true),
        }));
    }

    [Test]
    public async Task A_packed_file_is_unpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(Full));

        var rows = await LabelledRowReader.ReadAsync(folder.Write("packed.jsonl.gz", packed.ToArray()), default);

        Assert.That(rows, Has.Count.EqualTo(1));
    }

    [TestCase("""{"label": 1}""", "'answer' is missing")]
    [TestCase("""{"answer": "a"}""", "label")]
    [TestCase("""{"answer": "a", "label": 2}""", "2 is not allowed")]
    [TestCase("not json", "labels.jsonl:1")]
    [TestCase("", "the file holds no row")]
    public void A_bad_row_is_told_with_its_place(string text, string message) =>
        Assert.That(() => Read(text), Throws.TypeOf<InputException>().With.Message.Contains("labels.jsonl").And.Message.Contains(message));

    [Test]
    public void A_damaged_file_is_told() =>
        Assert.That(() => LabelledRowReader.ReadAsync(folder.Write("damaged.jsonl.gz", "no gzip"), default), Throws.TypeOf<InputException>().With.Message.Contains("cannot be read"));

    private Task<IReadOnlyList<LabelledRow>> Read(string text) => LabelledRowReader.ReadAsync(folder.Write("labels.jsonl", text), default);
}
