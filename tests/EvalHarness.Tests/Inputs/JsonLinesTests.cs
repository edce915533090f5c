using System.Text;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Inputs;

public class JsonLinesTests
{
    [Test]
    public async Task Lines_come_with_their_numbers_and_blank_ones_are_left_out()
    {
        var lines = await ReadAsync("{\"a\":1}\r\n\n  \n[2]\n3");

        Assert.That(lines.Select(l => (l.Number, l.Root.GetRawText())), Is.EqualTo([(1, "{\"a\":1}"), (4, "[2]"), (5, "3")]));
    }

    [Test]
    public async Task A_byte_order_mark_is_no_part_of_the_first_line()
    {
        var lines = await ReadAsync("\uFEFF1\n2\n");

        Assert.That(lines.Select(l => l.Root.GetRawText()), Is.EqualTo(["1", "2"]));
    }

    [TestCase("{\"a\": 1}\n{\"ä\": oops}", "x.jsonl:2:7: not JSON ('o' is an invalid start of a value). Write one JSON value")]
    [TestCase("{\"a\": 1", "x.jsonl:1:8: not JSON (")]
    [TestCase("{} {}", "x.jsonl:1:4: not JSON (")]
    [TestCase("{\"a\":1,\"a\":2}", "x.jsonl:1:")]
    [TestCase("1\n\"\\ud800\"", "x.jsonl:2:1: a \\u escape writes half of a surrogate pair")]
    public async Task A_bad_line_says_line_and_column(string text, string message)
    {
        var problem = (await ReadAsync(text)).Select(l => l.Problem).Single(p => p is not null);

        Assert.That($"{problem}", Does.Contain(message));
    }

    [Test]
    public async Task Bytes_that_are_not_utf8_are_found()
    {
        var lines = await ReadAsync([.. "1\n\"é"u8, 0xFF, .. "\"\n3"u8]);

        Assert.That(lines[1].Problem!.ToString(), Does.Contain("x.jsonl:2:3: these bytes are not UTF-8"));
        Assert.That(lines[2].Root.GetInt32(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_line_of_20_MB_is_refused_and_the_next_one_is_read()
    {
        var lines = await ReadAsync($"1\n\"{new string('x', 20_000_000)}\"\n3\n");

        Assert.That(lines.Select(l => l.Number), Is.EqualTo([1, 2, 3]));
        Assert.That(lines[1].Problem!.ToString(), Does.Contain("x.jsonl:2:1: the line is longer than 8388608 bytes. Write one JSON object per line"));
        Assert.That(lines[2].Root.GetInt32(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_long_last_line_is_refused_too()
    {
        var lines = await ReadAsync($"1\n\"{new string('x', 9_000_000)}\"");

        Assert.That(lines[^1].Problem!.Found, Does.Contain("longer than"));
    }

    [Test]
    public async Task Parts_of_a_line_are_found_again()
    {
        var line = (await ReadAsync("\n{\"é\": [1, {\"b\": true}]}"))[0];

        Assert.That(line.Source().Where("/é/1/b"), Does.EndWith("x.jsonl:2:17"));
        Assert.That(line.Source().Where("/é/1/b", name: true), Does.EndWith("x.jsonl:2:12"));
    }

    private static Task<List<JsonLine>> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    private static async Task<List<JsonLine>> ReadAsync(byte[] bytes)
    {
        using TemporaryFolder folder = new();
        return await JsonLines.ReadAsync(folder.Write("x.jsonl", bytes), CancellationToken.None).ToListAsync();
    }
}
