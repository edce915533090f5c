using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Cli;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Cli;

/// <summary>A sweep of a small pipeline that declines everything until a point lets it answer.</summary>
internal sealed class SweepCommandTests
{
    private const string Yaml =
        """
        name: small
        dataset: samples.jsonl
        corpus: corpus
        prices: prices.yaml
        baseline: rag
        run: { warm_up: 0 }
        badges: { latency: { badge: not_meaningful, why: "Small readers." } }
        pipelines:
          base: { model: { provider: embedded, name: untuned, price_as: m } }
          rag: { model: { provider: embedded, name: untuned, price_as: m, abstain_below: 0.999 }, retrieval: { corpus: corpus } }
        """;

    private static readonly string[] Grid = ["--pipeline", "rag", "--vary", "model.abstain_below=0,0.01", "--vary", "retrieval.passages=1,2"];

    private CommandLine cli = null!;

    [SetUp]
    public void Start()
    {
        cli = new CommandLine();
        cli.Folder.Write("experiment.yaml", Yaml);
        cli.Folder.Write("prices.yaml", "date: 2026-11-23\nsource: a list\ncurrency: USD\nmodels:\n  m: { input: 1, output: 10 }\n");
        cli.Folder.Write("samples.jsonl", string.Concat(Enumerable.Range(0, 24).Select(Line)));
    }

    [TearDown]
    public void Remove() => cli.Dispose();

    [Test]
    public async Task A_sweep_answers_all_points_in_one_run_chooses_and_confirms()
    {
        var result = await SweepAsync(Grid);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("12 samples of split dev × 5 pipelines × 1").And.Contain("12 samples of split test × 2 pipelines × 1"));
        Assert.That(result.Output, Does.Contain("rag *").And.Contain("abstain_below-0+passages-1").And.Contain("Chosen on dev: abstain_below-").And.Contain("On test: +100.0 points ["));
        using var written = JsonDocument.Parse(SweepJson());
        Assert.That(InputSchemas.Named("sweep-result").Validate(written.RootElement), Is.Empty);
        Assert.That(result.Output, Does.Match(@"On test: .* rag 0\.0 %; n = 12 in 12 clusters\): better\."));
    }

    [Test]
    public async Task A_sweep_leaves_its_files_beside_its_run()
    {
        await SweepAsync([.. Grid, "--slice", "length", "--no-confirm"]);

        var csv = CsvText.Read(File.ReadAllText(Path.Combine(cli.Run, "sweep.csv")));
        Assert.That(csv[0], Is.EqualTo(new[] { "run", "point", "model.abstain_below", "retrieval.passages", "metric", "slice", "estimate", "low", "high", "n", "on_front", "chosen" }));
        Assert.That(csv.Where(l => l[^1] == "true").Select(l => l[1]).Distinct().Count(), Is.EqualTo(1));
        Assert.That(csv.Select(l => l[5]), Does.Contain("length=short").And.Contain("length=long"));
        Assert.That(File.ReadAllText(Path.Combine(cli.Run, "sweep.md")), Does.Contain("| rag \\* | 0.999 | default |"));
        Assert.That(File.ReadAllBytes(Path.Combine(cli.Run, "charts", "pareto.png")), Has.Length.GreaterThan(1000));
        Assert.That(File.ReadAllText(Path.Combine(cli.Run, "charts", "pareto.svg")), Does.Contain("</svg>"));
    }

    [Test]
    public async Task The_same_command_again_looks_at_nothing_again_and_prints_the_same()
    {
        var first = await SweepAsync(Grid);
        var sweep = SweepJson();

        var second = await SweepAsync(Grid);

        Assert.That(second.ExitCode, Is.Zero, second.Error);
        Assert.That(second.Output, Is.EqualTo(first.Output));
        Assert.That(second.Error, Does.Contain("confirmed already, in run ").And.Contain("reading "));
        Assert.That(Directory.GetDirectories(cli.Reports, "*-small*"), Has.Length.EqualTo(2));
        Assert.That(SweepJson(), Is.EqualTo(sweep));
    }

    [Test]
    public async Task Another_choice_is_another_look_and_says_so()
    {
        await SweepAsync(["--pipeline", "rag", "--vary", "model.abstain_below=0"]);

        var second = await SweepAsync(["--pipeline", "rag", "--vary", "model.abstain_below=0.01"]);

        Assert.That(second.Output, Does.Contain("That was look 2 of sweeps at these rows"));
    }

    [Test]
    public async Task A_sweep_that_was_stopped_goes_on_with_its_run()
    {
        using Stopping error = new();
        var output = new StringWriter();
        var exitCode = await new App(output, error, TimeProvider.System).RunAsync(Arguments(Grid), error.Token);

        var resumed = await SweepAsync(Grid);

        Assert.That(exitCode, Is.EqualTo(4));
        Assert.That($"{output}", Is.Empty);
        Assert.That(resumed.ExitCode, Is.Zero, resumed.Error);
        Assert.That(resumed.Error, Does.Contain("resuming "));
        Assert.That(Directory.GetDirectories(cli.Reports, "*-small*"), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task A_sweep_that_was_not_confirmed_is_confirmed_without_asking_its_points_again()
    {
        var chosen = await SweepAsync([.. Grid, "--no-confirm"]);

        var confirmed = await SweepAsync(Grid);

        Assert.That(chosen.Output, Does.Not.Contain("On test"));
        Assert.That(confirmed.Error, Does.Contain("60 of 60 answers are there already"));
        Assert.That(confirmed.Output, Does.Contain("On test: "));
    }

    [Test]
    public async Task The_run_of_a_sweep_is_a_run_like_any_other()
    {
        await SweepAsync([.. Grid, "--no-confirm"]);

        var compared = await cli.OnRunAsync("compare", "--out", cli.Reports);
        var reported = await cli.OnRunAsync("report");

        Assert.That((compared.ExitCode, reported.ExitCode), Is.EqualTo((0, 0)), compared.Error + reported.Error);
        Assert.That(compared.Output, Does.Contain("abstain_below-0+passages-2 against rag"));
        Assert.That(reported.Error, Does.Not.Contain("changed"));
    }

    [Test]
    public async Task Json_is_all_that_is_printed()
    {
        var result = await SweepAsync([.. Grid, "--format", "json"]);

        var printed = JsonNode.Parse(result.Output)!["sweep"]!;
        Assert.That((string?)printed["choice"]!["chosen"]!["name"], Does.StartWith("abstain_below-0"));
        Assert.That(printed["choice"]!["points"]!.AsArray(), Has.Count.EqualTo(5));
        Assert.That((string?)printed["confirmation"]!["split"], Is.EqualTo("test"));
    }

    [Test]
    public async Task A_dry_run_tells_what_to_expect_and_writes_nothing()
    {
        var result = await SweepAsync([.. Grid, "--dry-run"]);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("12 samples. To be spent: 0 USD."));
        Assert.That(result.Error, Does.Contain("not counted: the confirmation"));
        Assert.That(cli.Reports, Does.Not.Exist);
    }

    [Test]
    public async Task A_sweep_that_chooses_the_pipeline_as_it_is_has_nothing_to_confirm()
    {
        var result = await SweepAsync(["--pipeline", "rag", "--vary", "model.abstain_below=0.998,0.997"]);

        Assert.That(result.Output, Does.Contain("it is the pipeline as it is"));
        Assert.That(Directory.GetDirectories(cli.Reports, "*-small*"), Has.Length.EqualTo(1));
    }

    [TestCase("point retrieval.chunk.tokens=16, retrieval.chunk.overlap=16: retrieval.chunk.overlap=16: an overlap of 16 in windows of 16 tokens", "--vary", "retrieval.chunk.tokens=16,32", "--vary", "retrieval.chunk.overlap=0,16")]
    [TestCase("--objective: rows are not compared by a metric 'answer-corectness'. Did you mean 'answer-correctness'?", "--vary", "retrieval.passages=1", "--objective", "answer-corectness")]
    [TestCase("--slice: no sample has the tag 'lenght'. Did you mean 'length'?", "--vary", "retrieval.passages=1", "--slice", "lenght")]
    [TestCase("--confirm-on: the choice is made on split 'dev', too", "--vary", "retrieval.passages=1", "--confirm-on", "dev")]
    [TestCase("no sample is in split 'final'. Splits in the file: dev, test.", "--vary", "retrieval.passages=1", "--confirm-on", "final")]
    [TestCase("--tolerance must be 0 or more.", "--vary", "retrieval.passages=1", "--tolerance", "-1")]
    [TestCase("sweep: nothing is varied")]
    public async Task What_is_wrong_is_told_before_anything_runs(string message, params string[] options)
    {
        var result = await SweepAsync(["--pipeline", "rag", .. options]);

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Output);
        Assert.That(result.Error, Does.Contain(message));
        Assert.That(cli.Reports, Does.Not.Exist);
    }

    private Task<CliResult> SweepAsync(string[] options) => cli.RunAsync(Arguments(options));

    private string[] Arguments(string[] options) => ["sweep", cli.Experiment, "--out", cli.Reports, .. options];

    private string SweepJson() => File.ReadAllText(Directory.GetFiles(cli.Reports, "sweep.json", SearchOption.AllDirectories).Single());

    private static string Line(int i) => JsonSerializer.Serialize(new
    {
        id = $"s{i}",
        split = i % 2 == 0 ? "dev" : "test",
        question = $"How long is reset link {i} valid?",
        answers = new[] { "30 minutes" },
        evidence = new[] { new { document = "password-reset", quote = CommandLine.Quote } },
        tags = new { length = i % 4 < 2 ? "short" : "long" },
    }) + "\n";
}
