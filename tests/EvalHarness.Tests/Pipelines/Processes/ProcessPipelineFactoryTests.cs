using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Processes;

namespace EvalHarness.Tests.Pipelines.Processes;

public class ProcessPipelineFactoryTests
{
    private const string Settings = """{ "kind": "process", "version": "1", "command": ["dotnet", "Answer.cs", "--x"] }""";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Without_leave_the_program_is_named_and_not_started()
    {
        using var factory = new ProcessPipelineFactory(allowed: false, TimeProvider.System);
        var spec = Spec("""{ "kind": "process", "version": "1", "command": ["touch", "started"] }""");

        Assert.That(() => factory.Check(spec), Throws.TypeOf<InputException>().With.Message.EqualTo("pipeline 'script': it starts a program (touch started), which needs --allow-plugins. Read what it starts, then give --allow-plugins."));
        Assert.That(() => factory.BuildAsync(spec, CancellationToken.None), Throws.TypeOf<InputException>());
        Assert.That(File.Exists(folder["started"]), Is.False);
    }

    [Test]
    public async Task Building_starts_nothing()
    {
        using var factory = new ProcessPipelineFactory(allowed: true, TimeProvider.System);

        await factory.BuildAsync(Spec("""{ "kind": "process", "version": "1", "command": ["touch", "started"] }"""), CancellationToken.None);

        await Task.Delay(100);
        Assert.That(File.Exists(folder["started"]), Is.False);
    }

    [TestCase("\"dotnet\"", "\"no-such-program\"", "command: there is no program 'no-such-program'. Install it, or write its path; a path with a slash starts at")]
    [TestCase("\"dotnet\"", "\"./bin/answer\"", "command: there is no program './bin/answer'.")]
    [TestCase("\"version\"", "\"folder\": \"none\", \"version\"", "folder: 'none': the folder does not exist. Paths start at the experiment file's folder")]
    [TestCase("\"version\"", "\"environment\": { \"KEY\": \"${NO_SUCH_KEY}\" }, \"version\"", "environment.KEY: the environment variable NO_SUCH_KEY is not set.")]
    public void A_mistake_says_where_what_and_how_to_mend_it(string right, string wrong, string message)
    {
        using var factory = new ProcessPipelineFactory(allowed: true, TimeProvider.System);

        Assert.That(() => factory.Check(Spec(Settings.Replace(right, wrong, StringComparison.Ordinal))), Throws.TypeOf<InputException>().With.Message.StartsWith($"pipeline 'script': {message}"));
    }

    [Test]
    public void A_name_is_not_looked_up_in_the_folder()
    {
        folder.Write("answer", "");
        using var factory = new ProcessPipelineFactory(allowed: true, TimeProvider.System);

        Assert.That(() => factory.Check(Spec("""{ "kind": "process", "version": "1", "command": ["answer"] }""")), Throws.TypeOf<InputException>());
        Assert.That(() => factory.Check(Spec("""{ "kind": "process", "version": "1", "command": ["./answer"] }""")), Throws.Nothing);
    }

    [Test]
    public void A_changed_file_of_the_command_is_another_pipeline()
    {
        using var factory = new ProcessPipelineFactory(allowed: false, TimeProvider.System);
        folder.Write("Answer.cs", "one");
        var before = factory.ContentHashes(Spec(Settings));
        folder.Write("Answer.cs", "two");
        var after = factory.ContentHashes(Spec(Settings));

        Assert.That(before.Keys, Is.EqualTo(["command Answer.cs"]));
        Assert.That(after["command Answer.cs"], Is.Not.EqualTo(before["command Answer.cs"]));
    }

    private PipelineSpec Spec(string settings) => new("script", "process", folder.FullPath, JsonNode.Parse(settings)!.AsObject(), new Dictionary<string, string>());
}
