using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;

namespace EvalHarness.Tests.Pipelines.Chat;

internal sealed class ExampleFileTests
{
    private const string Good = """{"messages":[{"role":"system","content":"old prompt"},{"role":"user","content":"1?"},{"role":"assistant","content":"one"}]}""";

    private readonly TemporaryFolder folder = new();

    [OneTimeTearDown]
    public void DeleteFolder() => folder.Dispose();

    [Test]
    public async Task Turns_come_in_the_order_of_the_file_without_system_turns()
    {
        var file = folder.Write("good.jsonl", Good + "\n\n" + Good.Replace("1?", "2?") + "\n");

        var turns = await ExampleFile.ReadAsync(file, CancellationToken.None);

        Assert.That(turns, Is.EqualTo([new Message("user", "1?"), new Message("assistant", "one"), new Message("user", "2?"), new Message("assistant", "one")]));
    }

    [Test]
    public async Task Every_wrong_line_is_named_with_its_place()
    {
        var file = folder.Write(
            "wrong.jsonl",
            Good + "\n"
            + """{"messages":[{"role":"assistant","content":"one"},{"role":"user","content":"1?"}]}""" + "\n"
            + """{"messages":[{"role":"tool","content":"x"},{"role":"assistant","content":"y"}]}""" + "\n"
            + "{\n");

        var problems = (await Assert.ThrowsAsync<InputException>(() => ExampleFile.ReadAsync(file, CancellationToken.None)))!.Problems;

        Assert.That(problems.Select(p => p.Where), Is.EqualTo([$"{file}:2:59", $"{file}:3:22", $"{file}:4:2"]));
        Assert.That($"{problems[0]}", Does.EndWith("the last turn is of the role 'user'. End the example with the assistant's reply."));
    }

    [Test]
    public void An_empty_file_is_an_error()
    {
        var file = folder.Write("empty.jsonl", "\n");

        Assert.That(() => ExampleFile.ReadAsync(file, CancellationToken.None), Throws.TypeOf<InputException>().With.Message.Contains("the file holds no example"));
    }
}
