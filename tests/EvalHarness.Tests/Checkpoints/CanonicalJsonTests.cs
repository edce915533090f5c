using System.Diagnostics;
using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Tests.Pipelines.Processes;

namespace EvalHarness.Tests.Checkpoints;

internal sealed class CanonicalJsonTests
{
    [TestCase("""{ "b": 1, "a": [ 2.50, null, true ] }""", """{"a":[2.50,null,true],"b":1}""")]
    [TestCase("""{"z": {"b": "x", "a": "y"}}""", """{"z":{"a":"y","b":"x"}}""")]
    [TestCase("""{"t": "é \u0001 \" \\ \n / \ud83d\ude00 <&>"}""", "{\"t\":\"é \\u0001 \\\" \\\\ \\n / 😀 <&>\"}")]
    [TestCase("[]", "[]")]
    public void One_value_has_one_text(string json, string canonical) =>
        Assert.That(CanonicalJson.Of(JsonDocument.Parse(json).RootElement), Is.EqualTo(canonical));

    [Test]
    public void Order_and_white_space_do_not_matter()
    {
        var one = JsonDocument.Parse("""{"a": 1, "b": {"c": 2, "d": 3}}""").RootElement;
        var other = JsonDocument.Parse("{\n  \"b\": {\"d\": 3, \"c\": 2}, \"a\": 1\n}").RootElement;

        Assert.That(CanonicalJson.Of(one), Is.EqualTo(CanonicalJson.Of(other)));
    }

    [Test]
    public async Task Anybody_can_compute_an_entrys_hash_with_a_few_lines_of_Python()
    {
        Programs.NeedPython();
        using var some = new SomeRegistry();
        some.Register("1");
        some.Move("1", EntryKind.Override);
        const string Program =
            """
            import hashlib, json, sys
            for line in open(sys.argv[1], encoding="utf-8"):
                entry = json.loads(line)
                said = entry.pop("hash")
                text = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
                assert hashlib.sha256(text.encode()).hexdigest() == said, line
            """;

        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", Program, some.File]) { RedirectStandardError = true, UseShellExecute = false })!;
        var error = await python.StandardError.ReadToEndAsync();
        await python.WaitForExitAsync();

        Assert.That(python.ExitCode, Is.Zero, error);
    }
}
