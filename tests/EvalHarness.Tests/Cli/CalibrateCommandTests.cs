using System.Text.Json;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Cli;

internal sealed class CalibrateCommandTests
{
    private CommandLine command = null!;

    [SetUp]
    public void SetUp()
    {
        command = new CommandLine();
        command.Folder.Write("labels.jsonl", string.Join('\n', Enumerable.Range(0, 12).Select(Line)));
    }

    [TearDown]
    public void TearDown() => command.Dispose();

    [Test]
    public async Task It_prints_the_agreement_with_people_by_source_and_system()
    {
        var result = await CalibrateAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("answer-correctness, verifier local").And.Contain("source help").And.Contain("system rag").And.Contain("6/0/0/6").And.Contain("gold-match/"));
    }

    [Test]
    public async Task It_writes_json_csv_and_a_chart()
    {
        var result = await CalibrateAsync("--out", command.Folder["out"]);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        using var written = JsonDocument.Parse(await File.ReadAllTextAsync(command.Folder["out/calibration.json"]));
        Assert.That(InputSchemas.Named("calibration").Validate(written.RootElement), Is.Empty);
        Assert.That(written.RootElement.GetProperty("pooled").GetProperty("kappa").GetDouble(), Is.EqualTo(1));
        Assert.That(written.RootElement.GetProperty("sources").GetProperty("help").GetProperty("n").GetInt32(), Is.EqualTo(12));
        Assert.That(await File.ReadAllLinesAsync(command.Folder["out/calibration.csv"]), Has.Length.EqualTo(6).And.Some.StartsWith("answer-correctness,local,all,system,rag,6,0,6,1,"));
        Assert.That(command.Folder.Bytes("out/reliability.png").Take(4), Is.EqualTo(new byte[] { 0x89, 0x50, 0x4E, 0x47 }));
    }

    [Test]
    public async Task The_halves_are_all_of_it()
    {
        var sizes = new List<int>();
        foreach (var half in new[] { "tuning", "held-out" })
            sizes.Add(await CountAsync("--half", half));

        Assert.That(sizes.Sum(), Is.EqualTo(12));
        Assert.That(sizes, Has.All.GreaterThan(0));
    }

    [Test]
    public async Task An_unknown_verifier_is_bad_input()
    {
        var result = await CalibrateAsync("--verifier", "oracle");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("has no verifier 'oracle'"));
    }

    [Test]
    public async Task Two_files_of_one_name_are_bad_input()
    {
        command.Folder.Write("more/labels.jsonl", Line(1));

        var result = await CalibrateAsync("--labels", command.Folder["more/labels.jsonl"]);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("two files are called labels.jsonl"));
    }

    private async Task<int> CountAsync(params string[] more)
    {
        using var printed = JsonDocument.Parse((await CalibrateAsync([.. more, "--format", "json"])).Output);
        return printed.RootElement.GetProperty("pooled").GetProperty("n").GetInt32();
    }

    private Task<CliResult> CalibrateAsync(params string[] more) =>
        command.RunAsync(["calibrate", "--evaluator", "answer-correctness", "--labels", command.Folder["labels.jsonl"], .. more]);

    // Even rows are right and say so in other words, odd ones are wrong.
    private static string Line(int i) => JsonSerializer.Serialize(new
    {
        id = $"{i}",
        group = $"g{i}",
        source = "help",
        system = i % 4 < 2 ? "rag" : "tuned",
        question = "How long is a reset link valid?",
        references = new[] { "30 minutes" },
        answer = i % 2 == 0 ? "It works for half an hour." : "It works for 60 minutes.",
        label = i % 2 == 0 ? 1 : 0,
    });
}
