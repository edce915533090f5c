using System.Globalization;
using EvalHarness.Inputs;
using EvalHarness.TrainingData;

namespace EvalHarness.Tests.TrainingData;

public class TrainingReaderTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [TestCase("""{"messages": [{"role": "system", "content": "S"}, {"role": "user", "content": "Q"}, {"role": "assistant", "content": "A"}]}""", "system:S user:Q assistant:A")]
    [TestCase("""{"messages": [{"role": "user", "content": [{"type": "text", "text": "Q1"}, {"type": "image_url", "image_url": {"url": "x"}}, {"type": "text", "text": "Q2"}]}, {"role": "assistant", "content": "A", "weight": 1}], "tools": []}""", "user:Q1\nQ2 assistant:A")]
    [TestCase("""{"messages": [{"role": "user", "content": "Q"}, {"role": "assistant", "content": null, "tool_calls": [{"id": "1"}]}]}""", """user:Q assistant:[{"id": "1"}]""")]
    [TestCase("""{"prompt": "Q", "completion": " A"}""", "user:Q assistant: A")]
    [TestCase("""{"prompt": [{"role": "user", "content": "Q"}], "completion": [{"role": "assistant", "content": "A"}]}""", "user:Q assistant:A")]
    public async Task Every_usual_form_is_read(string line, string turns)
    {
        var example = (await ReadAsync(line)).Single();

        Assert.That(string.Join(' ', example.Turns.Select(t => $"{t.Role}:{t.Content}")), Is.EqualTo(turns));
    }

    [TestCase("""{"messages": [{"role": "assistant", "content": "A"}, {"role": "user", "content": "Q"}]}""", "train.jsonl:1:14: the last message is not the assistant's. End each example")]
    [TestCase("""{"instruction": "Q", "output": "A"}""", "train.jsonl:1:1: neither 'messages' nor 'prompt' and 'completion' are there. Write {\"messages\"")]
    [TestCase("""{"messages": "Q"}""", "train.jsonl:1:14: this is no list. Write")]
    [TestCase("""{"messages": [{"content": "Q"}, {"role": "assistant", "content": "A"}]}""", "train.jsonl:1:15: a message without 'role', or without text. Write")]
    [TestCase("""{"messages": []}""", "the last message is not the assistant's")]
    [TestCase("""{"prompt": 3, "completion": "A"}""", "train.jsonl:1:12: this is no text. Write")]
    [TestCase("[1, 2]", "train.jsonl:1:1: neither 'messages'")]
    [TestCase("{\"prompt\": \"Q\"", "train.jsonl:1:15: not JSON")]
    [TestCase("", "train.jsonl: the file holds no example. Write one training example a line.")]
    public void What_is_wrong_names_file_line_and_mend(string line, string message) =>
        Assert.That(async () => await ReadAsync(line), Throws.TypeOf<InputException>().With.Message.Contains(message));

    [Test]
    public void All_problems_are_named_at_once() => Assert.That(
        async () => await ReadAsync("{}\n{\"prompt\": \"Q\", \"completion\": \"A\"}\nnot json"),
        Throws.TypeOf<InputException>().With.Message.Contains("train.jsonl:1:1").And.Message.Contains("train.jsonl:3:"));

    [Test]
    public void A_depth_that_would_fill_the_stack_is_refused() =>
        Assert.That(async () => await ReadAsync(string.Concat(new string('[', 100_000), new string(']', 100_000))), Throws.TypeOf<InputException>().With.Message.Contains("not JSON"));

    [Test]
    public void A_line_without_end_is_refused_and_not_held() => Assert.That(
        async () => await ReadAsync(string.Create(CultureInfo.InvariantCulture, $"{{\"prompt\": \"{new string('x', JsonLines.MaxLineBytes)}\", \"completion\": \"A\"}}")),
        Throws.TypeOf<InputException>().With.Message.Contains("the line is longer than"));

    [Test]
    public void A_missing_file_is_named() =>
        Assert.That(async () => await TrainingReader.ReadAsync(folder["none.jsonl"], default).CountAsync(), Throws.TypeOf<InputException>().With.Message.Contains("none.jsonl: the file does not exist"));

    private async Task<IReadOnlyList<TrainingExample>> ReadAsync(string lines) => await TrainingReader.ReadAsync(folder.Write("train.jsonl", lines), default).ToListAsync();
}
