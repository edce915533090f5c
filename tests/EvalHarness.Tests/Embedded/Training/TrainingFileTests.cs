using EvalHarness.Embedded.Training;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Embedded.Training;

internal sealed class TrainingFileTests
{
    private const string Good = """{"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Open?"},{"role":"assistant","content":"{\"answer\":\"Until 18:00.\",\"category\":\"hours\",\"priority\":\"low\",\"escalate\":false,\"citations\":[{\"sentence\":\"Until 18:00.\",\"document\":\"hours\"}]}"}]}""";

    [Test]
    public void An_example_is_a_question_and_its_reply()
    {
        using var folder = new TemporaryFolder();

        var example = TrainingFile.Read(folder.Write("train.jsonl", Good + "\n\n")).Single();

        Assert.That(example.Prompt.Question, Is.EqualTo("Open?"));
        Assert.That(example.Target.Answer, Is.EqualTo("Until 18:00."));
        Assert.That(example.Target.Citations.Single().Document, Is.EqualTo("hours"));
    }

    [TestCase("{", TestName = "Broken JSON")]
    [TestCase("""{"messages":[]}""", TestName = "No message")]
    [TestCase("""{"messages":[{"role":"user","content":"Open?"},{"role":"user","content":"Hello?"}]}""", TestName = "No reply")]
    [TestCase("""{"messages":[{"role":"user","content":"Open?"},{"role":"assistant","content":"Yes."}]}""", TestName = "A reply that is not JSON")]
    [TestCase("""{"messages":[{"role":"user","content":"Open?"},{"role":"assistant","content":"{\"answer\":\"Yes.\"}"}]}""", TestName = "A reply without fields")]
    public void A_wrong_line_is_named_with_what_was_expected(string line)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("train.jsonl", $"{Good}\n{line}\n{line}");

        Assert.That(() => TrainingFile.Read(file), Throws.TypeOf<InputException>()
            .With.Message.Contains("train.jsonl:2:").And.Message.Contains("train.jsonl:3:").And.Message.Contains("assistant"));
    }

    [Test]
    public void An_empty_file_is_refused()
    {
        using var folder = new TemporaryFolder();

        Assert.That(() => TrainingFile.Read(folder.Write("train.jsonl", "\n")), Throws.TypeOf<InputException>().With.Message.Contains("empty"));
    }
}
