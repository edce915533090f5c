using System.IO.Compression;
using System.Text;
using EvalHarness.Imports.Rows;
using EvalHarness.Inputs;
using Parquet.Serialization;

namespace EvalHarness.Tests.Imports.Rows;

/// <summary>Rows come out alike whatever holds them, and what is wrong is said with its place.</summary>
internal sealed class RowFileTests
{
    private const string Json = """{"question":"How?","tags":["a","b"]}""";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Create() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [TestCase("a.jsonl", Json + "\n\n" + Json + "\n", "a.jsonl:1", "a.jsonl:3")]
    [TestCase("a.json", "[" + Json + ",\n" + Json + "]", "a.json[0]", "a.json[1]")]
    [TestCase("a.json", """{"question":{"0":"How?","1":"How?"},"tags":{"0":["a","b"],"1":["a","b"]}}""", "a.json[0]", "a.json[1]")]
    [TestCase("a.csv", "question,tags\nHow?,\"['a', \"\"b\"\"]\"\nHow?,\"[\"\"a\"\", \"\"b\"\"]\"\n", "a.csv:2", "a.csv:3")]
    [TestCase("a.tsv", "question\ttags\nHow?\t['a', 'b']\nHow?\t['a', 'b']\n", "a.tsv:2", "a.tsv:3")]
    public async Task Every_kind_of_file_gives_the_same_rows_packed_or_not(string name, string text, string first, string second)
    {
        var map = RowMap.Of(("question", ["question"]), ("tags", ["tags"]));
        string[] files = [folder.Write(name, text), folder.Write($"{name}.gz", Packed(text))];

        foreach (var file in files)
        {
            var rows = await ReadAsync(file);

            var packed = file.EndsWith(".gz", StringComparison.Ordinal) ? name + ".gz" : name;
            Assert.That(rows.Select(r => r.Where), Is.EqualTo(new[] { first, second }.Select(w => folder[w.Replace(name, packed, StringComparison.Ordinal)])));
            Assert.That(rows.Select(r => map.Text(r, "question")), Is.All.EqualTo("How?"));
            Assert.That(rows.Select(r => string.Concat(map.Items(r, "tags").Select(t => t.GetString()))), Is.All.EqualTo("ab"));
        }
    }

    [Test]
    public async Task Parquet_keeps_lists_and_structs()
    {
        using var stream = new MemoryStream();
        await ParquetSerializer.SerializeAsync([new Squad { Id = "q1", Answers = new Spans { Text = ["Ünïcode 🦊"], Start = [7] } }, new Squad { Id = "q2", Answers = new Spans() }], stream);
        var map = RowMap.Of(("id", ["Id"]), ("text", ["Answers.Text"]), ("start", ["Answers.Start"]));

        var rows = await ReadAsync(folder.Write("squad.parquet", stream.ToArray()));

        Assert.That(rows.Select(r => map.Text(r, "id")), Is.EqualTo(["q1", "q2"]));
        Assert.That(map.Items(rows[0], "text").Select(t => t.GetString()), Is.EqualTo(["Ünïcode 🦊"]));
        Assert.That(map.Items(rows[0], "start").Select(t => t.GetInt32()), Is.EqualTo([7]));
        Assert.That(map.Items(rows[1], "text"), Is.Empty);
        Assert.That(rows[1].Where, Does.EndWith("squad.parquet: row 2"));
    }

    [Test]
    public async Task A_quoted_field_may_hold_line_breaks_and_lines_are_still_counted()
    {
        var rows = await ReadAsync(folder.Write("a.csv", "question;answer\n\"How\nlong?\";\"30; or 31\"\nWhy?;So.\n"));

        Assert.That(rows[0].Values.GetProperty("question").GetString(), Is.EqualTo("How\nlong?"));
        Assert.That(rows[0].Values.GetProperty("answer").GetString(), Is.EqualTo("30; or 31"));
        Assert.That(rows[1].Where, Does.EndWith("a.csv:4"));
    }

    [TestCase("a.jsonl", "{\"a\": 1}\n{\"a\": \n", "a.jsonl:2:")]
    [TestCase("a.jsonl", "{\"a\": 1}\n[1]\n", "a.jsonl:2: the line is no JSON object")]
    [TestCase("a.json", "[{\"a\": 1},\n{\"a\" 2}]", "a.json:2:")]
    [TestCase("a.json", "[{\"a\": \"\\ud83e\"}]", "a.json[0]: a \\u escape writes half of a surrogate pair")]
    [TestCase("a.json", "{\"a\": [\"\\ud83e\"]}", "a.json: a \\u escape writes half of a surrogate pair")]
    [TestCase("a.json", "[{\"a\": 1}, 7]", "a.json[1]: the item is no object")]
    [TestCase("a.json", "{\"a\": 1}", "a.json: the file is neither a list of rows nor a table by columns")]
    [TestCase("a.csv", "", "a.csv: the file has no header")]
    [TestCase("a.csv", "a,a\n1,2\n", "a.csv:1: two columns are called 'a'")]
    [TestCase("a.csv", "a,b\n1,2\n1,2,3\n", "a.csv:3: not CSV")]
    [TestCase("a.csv", "a,b\n1,\"2\n", "a.csv:2: not CSV")]
    [TestCase("a.parquet", "this is no Parquet file at all", "a.parquet: not a Parquet file that can be read")]
    [TestCase("a.xlsx", "", "a.xlsx: the ending '.xlsx' says nothing of what is in it")]
    public void What_is_wrong_is_said_with_its_place(string name, string text, string message) =>
        Assert.That(() => ReadAsync(folder.Write(name, text)), Throws.TypeOf<InputException>().With.Message.Contains(message));

    [Test]
    public void Bytes_that_are_not_UTF8_are_refused_with_their_line() =>
        Assert.That(() => ReadAsync(folder.Write("a.csv", [.. "a,b\n1,"u8, 0xE9, .. "\n"u8])), Throws.TypeOf<InputException>().With.Message.Contains("a.csv:2: these bytes are not UTF-8"));

    [TestCase("a.jsonl.gz")]
    [TestCase("a.json.gz")]
    [TestCase("a.csv.gz")]
    public void A_packed_file_that_is_damaged_is_told(string name)
    {
        var packed = Packed(string.Concat(Enumerable.Repeat(Json + "\n", 2000)));
        packed.AsSpan(packed.Length / 2).Fill(0xFF);

        Assert.That(() => ReadAsync(folder.Write(name, packed)), Throws.TypeOf<InputException>().With.Message.Contains(name));
    }

    [Test]
    public void A_line_without_an_end_is_not_read_into_memory() =>
        Assert.That(() => ReadAsync(folder.Write("a.jsonl.gz", Packed(new string('x', JsonLines.MaxLineBytes + 1)))), Throws.TypeOf<InputException>().With.Message.Contains("the line is longer than"));

    [Test]
    public void A_missing_file_is_told_with_what_stands_beside_it()
    {
        folder.Write("answers.jsonl", Json);

        Assert.That(() => ReadAsync(folder["anwers.jsonl"]), Throws.TypeOf<InputException>().With.Message.Contains("Did you mean 'answers.jsonl'?"));
    }

    private static async Task<List<Row>> ReadAsync(string file) => await RowFile.ReadAsync(file, CancellationToken.None).ToListAsync();

    private static byte[] Packed(string text)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionMode.Compress))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return stream.ToArray();
    }

    private sealed class Squad
    {
        public string Id { get; set; } = "";

        public Spans Answers { get; set; } = new();
    }

    private sealed class Spans
    {
        public List<string> Text { get; set; } = [];

        public List<int> Start { get; set; } = [];
    }
}
