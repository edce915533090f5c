using System.Text.Json;

namespace EvalHarness.Tests.Cli;

internal sealed class DiffRunsCommandTests
{
    // One has the passages where the other has not.
    private static readonly string Swapped = CommandLine.Yaml
        .Replace("untuned }, retrieval: { corpus: corpus } }", "untuned } }", StringComparison.Ordinal)
        .Replace("base: { model: { provider: embedded, name: untuned } }", "base: { model: { provider: embedded, name: untuned }, retrieval: { corpus: corpus } }", StringComparison.Ordinal);

    private CommandLine cli = null!;

    [SetUp]
    public void Start() => cli = new CommandLine();

    [TearDown]
    public void Remove() => cli.Dispose();

    [Test]
    public async Task What_became_wrong_stands_before_what_became_right_under_counts()
    {
        var (older, newer) = (await EvaluateAsync(CommandLine.Yaml), await EvaluateAsync(Swapped));

        var result = await DiffAsync(older, newer);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("\n3 became wrong, 3 became right, 0 changed otherwise, 0 identical\n"));
        Assert.That(result.Output, Does.Match(@"Became wrong\n  s1, rag: right → .+\n    before: .*30 minutes.*\n    after: [\s\S]+Became right\n  s1, base: .+ → right"));
    }

    [Test]
    public async Task Equal_runs_have_only_identical_rows()
    {
        var (older, newer) = (await EvaluateAsync(CommandLine.Yaml), await EvaluateAsync(CommandLine.Yaml));

        var result = await DiffAsync(older, newer);

        Assert.That(result.Output, Does.EndWith("0 became wrong, 0 became right, 0 changed otherwise, 6 identical\n"), result.Error);
    }

    [Test]
    public async Task Json_of_one_pipeline_counts_all_and_lists_as_many_as_asked()
    {
        var (older, newer) = (await EvaluateAsync(CommandLine.Yaml), await EvaluateAsync(Swapped));

        var result = await DiffAsync(older, newer, "--pipeline", "rag", "--limit", "2", "--format", "json");

        using var printed = JsonDocument.Parse(result.Output);
        var rows = printed.RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.That(printed.RootElement.GetProperty("became_wrong").GetInt32(), Is.EqualTo(3));
        Assert.That(rows.Select(r => (r.GetProperty("pipeline").GetString(), r.GetProperty("kind").GetString())), Is.EqualTo(new[] { ("rag", "became-wrong"), ("rag", "became-wrong") }));
    }

    [Test]
    public async Task Runs_on_other_data_are_refused_with_a_mend()
    {
        var older = await EvaluateAsync(CommandLine.Yaml);
        cli.Folder.Write("samples.jsonl", CommandLine.Line("s1"));
        var newer = await EvaluateAsync(CommandLine.Yaml);

        var result = await DiffAsync(older, newer);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("it rests on other data").And.Contain("Run it again on these data"));
    }

    [Test]
    public async Task A_run_is_not_compared_with_itself_nor_by_a_pipeline_it_lacks()
    {
        var (older, newer) = (await EvaluateAsync(CommandLine.Yaml), await EvaluateAsync(Swapped));

        var itself = await DiffAsync(older, older);
        var unknown = await DiffAsync(older, newer, "--pipeline", "rga");

        Assert.That((itself.ExitCode, unknown.ExitCode), Is.EqualTo((3, 3)));
        Assert.That(itself.Error, Does.Contain("<run-b>: it is the run itself"));
        Assert.That(unknown.Error, Does.Contain("Did you mean 'rag'? They share: base, rag."));
    }

    private Task<CliResult> DiffAsync(string older, string newer, params string[] more) => cli.RunAsync(["diff", older, newer, .. more]);

    /// <summary>The folder of a new run; every one has an experiment file of its own.</summary>
    private async Task<string> EvaluateAsync(string yaml)
    {
        var before = Directory.Exists(cli.Reports) ? Directory.GetDirectories(cli.Reports) : [];
        var result = await cli.RunAsync("run", cli.Folder.Write($"experiment-{before.Length}.yaml", yaml), "--out", cli.Reports);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        return Directory.GetDirectories(cli.Reports).Except(before).Single();
    }
}
