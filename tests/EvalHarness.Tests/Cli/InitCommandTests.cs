using EvalHarness.Cli.Starting;
using EvalHarness.Decisions;
using EvalHarness.Gates;
using Spectre.Console.Testing;

namespace EvalHarness.Tests.Cli;

[NonParallelizable]
internal sealed class InitCommandTests
{
    private const string Key = "EVAL_API_KEY";

    private CommandLine cli = null!;
    private string? before;

    private string Folder => cli.Folder["my eval"];

    [SetUp]
    public void Start()
    {
        cli = new CommandLine();
        before = Environment.GetEnvironmentVariable(Key);
        Environment.SetEnvironmentVariable(Key, "set");
    }

    [TearDown]
    public void Remove()
    {
        Environment.SetEnvironmentVariable(Key, before);
        cli.Dispose();
    }

    [TestCase("rag,fine-tuned", "text", "quality")]
    [TestCase("fine-tuned,rag", "json", "citations")]
    [TestCase("base,prompted", "text", "cost")]
    [TestCase("hybrid,rag,base", "json", "format")]
    [TestCase("base,prompted,rag,fine-tuned,hybrid", "json", "latency")]
    public async Task What_is_written_is_valid(string compare, string answer, string matters)
    {
        var written = await InitAsync("--compare", compare, "--answer", answer, "--matters", matters, "--yes");
        var result = await cli.RunAsync("validate", Path.Combine(Folder, "experiment.yaml"));

        Assert.That(written.ExitCode, Is.Zero, written.Error);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain($"2 samples in split 'test', {compare.Split(',').Length} pipelines: all well."));
        Assert.That(PolicyReader.Read(Path.Combine(Folder, "gate.yaml")).Sections, Is.Not.Empty);
        Assert.That(DecisionReader.Read(Path.Combine(Folder, "decision.yaml")).Weights[matters], Is.EqualTo(3));
        Assert.That(Read("experiment.yaml"), Does.StartWith("# yaml-language-server: $schema=.evalharness/experiment.schema.json\n"));
        Assert.That(Read("experiment.yaml").TrimEnd().Split('\n'), Has.Length.LessThanOrEqualTo(25));
    }

    public static IEnumerable<string> Templates => StarterTemplates.All.Keys;

    [TestCaseSource(nameof(Templates))]
    public async Task A_template_begins_as_its_guide_does_and_is_valid(string template)
    {
        var written = await InitAsync("--template", template, "--yes");
        var result = await cli.RunAsync("validate", Path.Combine(Folder, "experiment.yaml"));

        Assert.That(File.Exists(Path.Combine(Repository.Root, "docs", "guides", $"{template}.md")), Is.True);
        Assert.That(written.ExitCode, Is.Zero, written.Error);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Read("experiment.yaml"), Does.Contain($"baseline: {StarterTemplates.All[template].Compare![0]}\n"));
    }

    [Test]
    public async Task An_option_wins_over_a_template()
    {
        var result = await InitAsync("--template", "vllm-llamacpp-ollama", "--url", "http://127.0.0.1:9999/v1", "--yes");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Read("experiment.yaml"), Does.Contain("127.0.0.1:9999").And.Contain("baseline: rag\n"));
    }

    [Test]
    public async Task Every_file_is_filled_in_and_told()
    {
        var result = await InitAsync("--compare", "base,prompted,rag,fine-tuned,hybrid", "--answer", "json", "--yes");

        string[] files = [.. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'))];
        Assert.That(files, Is.SupersetOf(new[] { "experiment.yaml", "gate.yaml", "decision.yaml", "samples.jsonl", ".env.example", ".github/workflows/evalharness.yml", "prompts/rag.md", "prompts/tuned.md" }));
        Assert.That(files.Where(f => !result.Output.Contains($"written: {f}\n", StringComparison.Ordinal)), Is.Empty);
        Assert.That(files.Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal) && Read(f).Replace("${{", "", StringComparison.Ordinal).Contains("{{", StringComparison.Ordinal)), Is.Empty);
        Assert.That(File.ReadAllLines(Path.Combine(Folder, "samples.jsonl")), Has.Length.EqualTo(2).And.All.Contains("PLACEHOLDER"));
    }

    [Test]
    public async Task A_server_without_a_key_needs_none()
    {
        Environment.SetEnvironmentVariable(Key, null);
        await InitAsync("--url", "http://127.0.0.1:8000/v1", "--yes");

        var result = await cli.RunAsync("validate", Path.Combine(Folder, "experiment.yaml"));

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Read("experiment.yaml"), Does.Contain("http://127.0.0.1:8000/v1"));
    }

    [Test]
    public async Task Samples_are_quoted_from_documents_that_are_there_and_samples_that_are_there_stay()
    {
        await InitAsync("--corpus", "../corpus", "--yes");
        var first = Read("samples.jsonl");
        File.WriteAllText(Path.Combine(Folder, "samples.jsonl"), CommandLine.Line("mine"));

        var again = await InitAsync("--corpus", "../corpus", "--yes", "--force");

        Assert.That(first, Does.Contain("\"document\":\"password-reset\"").And.Contain(CommandLine.Quote));
        Assert.That(again.ExitCode, Is.Zero, again.Error);
        Assert.That(Read("samples.jsonl"), Is.EqualTo(CommandLine.Line("mine")));
    }

    [Test]
    public async Task Nothing_that_is_there_is_overwritten()
    {
        cli.Folder.Write("my eval/gate.yaml", "mine");

        var result = await InitAsync("--yes");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("these files are there already: gate.yaml. Nothing was written.").And.Contain("--force"));
        Assert.That(Directory.GetFiles(Folder, "*", SearchOption.AllDirectories), Has.Length.EqualTo(1));
    }

    [TestCase("nobody can be asked here, and --url, --model, --tuned-model, --corpus, --answer, --matters are left out", "--compare", "rag,fine-tuned")]
    [TestCase("--compare 'rga' is none of base, prompted, rag, fine-tuned, hybrid.", "--compare", "rga,base", "--yes")]
    [TestCase("one pipeline cannot be compared", "--compare", "rag", "--yes")]
    [TestCase("is no http or https URL", "--url", "ftp://x", "--yes")]
    public async Task What_cannot_be_set_up_is_said(string problem, params string[] options)
    {
        var result = await InitAsync(options);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain(problem));
        Assert.That(Folder, Does.Not.Exist);
    }

    [Test]
    public void Who_is_asked_gets_the_questions_that_options_left_open()
    {
        using var console = new TestConsole().Interactive();
        console.Input.PushTextWithEnter("http://127.0.0.1:9/v1");
        console.Input.PushTextWithEnter("");
        console.Input.PushTextWithEnter("docs");
        console.Input.PushKey(ConsoleKey.DownArrow);
        console.Input.PushKey(ConsoleKey.Enter);

        var answers = new StarterQuestions(console).Ask(new StarterGiven { Compare = ["base", "rag"], Matters = "cost" });

        Assert.That((answers.Url, answers.Model, answers.Corpus, answers.Answer, answers.Matters), Is.EqualTo(("http://127.0.0.1:9/v1", "gpt-4o-mini", "docs", "json", "cost")));
        Assert.That(console.Output, Does.Not.Contain("tuned model"));
    }

    private Task<CliResult> InitAsync(params string[] options) => cli.RunAsync(["init", Folder, .. options]);

    private string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));
}
