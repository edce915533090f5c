using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EvalHarness.Checkpoints;
using EvalHarness.Decisions;
using EvalHarness.Evaluators.Cost;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Sweeps;
using EvalHarness.Inputs;
using EvalHarness.Tests.Cli;

namespace EvalHarness.Tests.Docs;

/// <summary>What a guide tells a reader to write passes <c>validate</c>, in a folder where what it names is there.</summary>
internal sealed partial class GuidesTests
{
    private const string Calibration =
        """
        {"evaluator": "answer-correctness", "verifier": "local", "definition_id": "d", "half": "all", "labels": {}, "sources": {}, "systems": {}, "files": {}, "reliability": [],
         "pooled": {"n": 1, "not_scored": 0, "groups": 1, "true_positives": 1, "false_positives": 0, "false_negatives": 0, "true_negatives": 0}}
        """;

    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "guides");

    public static IEnumerable<string> Guides => [.. Directory.EnumerateFiles(Folder, "*.md").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal), "../../README.md"];

    public static IEnumerable<TestCaseData> Experiments =>
        from guide in Guides.Append("../importing.md")
        from text in YamlBlocks(guide)
        where text.StartsWith("# experiment.yaml\n", StringComparison.Ordinal)
        select new TestCaseData(text).SetArgDisplayNames(guide, Name().Match(text).Groups["name"].Value);

    [TestCaseSource(nameof(Experiments))]
    public async Task The_configuration_of_a_guide_is_valid(string yaml)
    {
        using var cli = new CommandLine();
        var file = cli.Folder.Write("experiment.yaml", yaml);
        foreach (var (path, isFolder) in NamedIn(YamlFile.Read(file).Root!))
            Make(cli.Folder, path, isFolder);
        MakeRegistry(cli.Folder, Checkpoint().Matches(yaml).Select(m => m.Groups["name"].Value).Distinct().ToList());
        var experiment = ExperimentReader.Read(file);
        if (BringsItsOwn().IsMatch(yaml))
            return;

        // The last two are read by endpoints that need no description.
        var before = Set([.. Variable().Matches(yaml).Select(m => m.Groups["name"].Value), "ANTHROPIC_API_KEY", "OPENAI_API_KEY"]);
        var result = await cli.RunAsync("validate", file, "--allow-plugins");
        Reset(before);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain($"{experiment.Pipelines.Count} pipelines: all well."));
    }

    [Test]
    public void The_price_table_of_a_guide_is_valid_and_holds_what_its_experiment_names()
    {
        using var folder = new TemporaryFolder();
        var blocks = YamlBlocks("compare-rag-with-fine-tuned.md");
        var prices = PriceFile.Read([folder.Write("prices.yaml", blocks.Single(b => b.StartsWith("# prices.yaml\n", StringComparison.Ordinal)))]);

        var named = PriceAs().Matches(blocks[0]).Select(m => m.Groups["name"].Value).Distinct().ToList();

        Assert.That(named, Has.Count.EqualTo(2));
        Assert.That(named.Select(prices.Find), Is.All.Not.Null);
    }

    [Test]
    public void The_sweep_of_a_guide_is_one_of_the_shipped_example()
    {
        using var folder = new TemporaryFolder();
        var plan = SweepReader.Read(folder.Write("sweep.yaml", YamlBlocks("sweep.md").Single()));

        var sweep = new SweepExpansion(ExperimentReader.Read(Path.Combine(Repository.Helpdesk, "experiment.yaml"), "split=dev"), plan).Expand();

        Assert.That(sweep.Grid.Points.Select(p => p.Name), Is.EqualTo(new[] { "tokens-120", "rag", "tokens-480", "few-passages", "words-only" }));
    }

    [Test]
    public void The_decisions_of_a_guide_are_valid()
    {
        using var folder = new TemporaryFolder();

        var settings = YamlBlocks("decide.md").Where(b => b.StartsWith("# decision.yaml\n", StringComparison.Ordinal)).Select(b => DecisionReader.Read(folder.Write("decision.yaml", b))).ToList();

        Assert.That(settings[0].Weights, Is.Not.Empty);
    }

    [TestCaseSource(nameof(Guides))]
    public void A_guide_holds_an_experiment_and_leads_nowhere_else(string guide)
    {
        var links = Link().Matches(Fenced().Replace(Text(guide), "")).Select(m => m.Groups["path"].Value).Where(p => !p.Contains("://", StringComparison.Ordinal));

        Assert.That(YamlBlocks(guide), Has.Some.StartsWith("# experiment.yaml\n").Or.Some.StartsWith("# gate.yaml\n").Or.Some.StartsWith("# sweep.yaml\n"));
        Assert.That(links.Where(l => !Path.Exists(Path.Combine(Folder, Path.GetDirectoryName(guide)!, l))), Is.Empty);
    }

    [Test]
    public void The_experiment_of_the_README_is_short()
    {
        Assert.That(YamlBlocks("../../README.md").Single().TrimEnd().Split('\n'), Has.Length.LessThanOrEqualTo(25));
    }

    [Test]
    public void A_configuration_with_a_mistake_would_be_found()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("experiment.yaml", YamlBlocks("service-behind-http.md").First().Replace("passages:", "pasages:", StringComparison.Ordinal));
        Make(folder, "samples.jsonl", isFolder: false);
        Make(folder, "corpus", isFolder: true);

        Assert.That(() => ExperimentReader.Read(file), Throws.TypeOf<InputException>().With.Message.Contains("unknown key 'pasages'"));
    }

    private static List<(string Name, string? Value)> Set(IEnumerable<string> names)
    {
        List<(string Name, string? Value)> before = [.. names.Distinct(StringComparer.Ordinal).Select(n => (n, Environment.GetEnvironmentVariable(n)))];
        foreach (var (name, _) in before)
            Environment.SetEnvironmentVariable(name, "set");
        return before;
    }

    private static void Reset(List<(string Name, string? Value)> before)
    {
        foreach (var (name, value) in before)
            Environment.SetEnvironmentVariable(name, value);
    }

    // The keys that name files; a recording of a run of our own is a folder.
    private static IEnumerable<(string Path, bool IsFolder)> NamedIn(JsonNode? node)
    {
        if (node is JsonArray items)
            return items.SelectMany(NamedIn);
        if (node is not JsonObject fields)
            return [];
        var own = fields.Where(f => f.Key is "dataset" or "prompt" or "rubric" or "prices" or "schema" or "file" or "examples" or "decision" or "corpus" && f.Value is JsonValue)
            .Select(f => (f.Value!.GetValue<string>(), f.Key == "corpus" || (string?)fields["format"] == "run"));
        var calibrations = fields["calibration"] is JsonArray files ? files.Select(f => (f!.GetValue<string>(), false)) : [];
        var copied = fields["change"] is JsonObject change ? new[] { change["from"], change["to"] }.OfType<JsonValue>().Select(f => (f.GetValue<string>(), true)) : [];
        return own.Concat(calibrations).Concat(copied).Concat(fields.SelectMany(f => NamedIn(f.Value)));
    }

    // What the command line's own small dataset has not made already.
    private static void Make(TemporaryFolder folder, string path, bool isFolder)
    {
        if (isFolder)
            Directory.CreateDirectory(folder[path]);
        else if (!File.Exists(folder[path]))
            folder.Write(path, Content(path));
    }

    // An alias is what the first checkpoint is called.
    private static void MakeRegistry(TemporaryFolder folder, IReadOnlyList<string> named)
    {
        if (named.Count == 0)
            return;
        using var writer = RegistryWriter.Open(CheckpointRegistry.FileBeside(folder.FullPath), new RegistryAuthor("ada", ""), TimeProvider.System);
        foreach (var version in named.Select(n => CheckpointName.TryParse(n) ?? CheckpointName.Parse("support@1")))
            writer.Add(new CheckpointRecord { Name = version.Name, Version = version.Version, Provider = "models", ModelId = $"{version}", Date = DateTimeOffset.UnixEpoch });
        foreach (var alias in named.Where(n => CheckpointName.TryParse(n) is null))
            writer.Add(EntryKind.Override, new AliasMove { Alias = alias, To = writer.Registry.Checkpoints[0].FullName, Reason = "test" });
    }

    private static string Content(string path) =>
        path.EndsWith(".schema.json", StringComparison.Ordinal) ? """{"type": "object", "properties": {"answer": {"type": "string"}, "citations": {"type": "array"}}}"""
        : path.EndsWith("calibration.json", StringComparison.Ordinal) ? Calibration
        : path == "decision.yaml" ? YamlBlocks("decide.md").First(b => b.StartsWith("# decision.yaml\n", StringComparison.Ordinal))
        : path.EndsWith("prices.yaml", StringComparison.Ordinal) ? YamlBlocks("compare-rag-with-fine-tuned.md").Single(b => b.StartsWith("# prices.yaml\n", StringComparison.Ordinal))
        : "Answer from the passages.";

    private static List<string> YamlBlocks(string guide) => [.. Block().Matches(Text(guide)).Select(m => m.Groups["body"].Value)];

    private static string Text(string guide) => File.ReadAllText(Path.Combine(Folder, guide));

    [GeneratedRegex("^```yaml\n(?<body>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    // What a command prints may hold links of somebody's documents.
    [GeneratedRegex("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"^name: (?<name>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex(@"checkpoint: (?<name>[\w@.-]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Checkpoint();

    // Programs, models and recordings that a reader has: without them nothing is built.
    [GeneratedRegex("kind: (class|entailment|recorded)", RegexOptions.ExplicitCapture)]
    private static partial Regex BringsItsOwn();

    [GeneratedRegex(@"(_env: |\$\{)(?<name>[A-Z_]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();

    [GeneratedRegex(@"price_as: (?<name>[\w.-]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex PriceAs();

    [GeneratedRegex(@"\]\((?<path>[^)#]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
