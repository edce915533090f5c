using System.Runtime.Loader;
using System.Text.Json.Nodes;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Evaluators.Plugins;
using EvalHarness.Inputs;
using EvalHarness.Metrics;

namespace EvalHarness.Tests.Evaluators.Custom;

public sealed class ClassMetricFactoryTests
{
    private static readonly AnswerReader Reader = new(new AnswerContract());

    private PluginHost plugins = null!;

    [SetUp]
    public void Set_up() => plugins = new PluginHost(allowed: true, TimeProvider.System);

    [TearDown]
    public void Tear_down() => plugins.Dispose();

    [TestCase("Thank you for asking: 30 minutes.", 1, "it says \"thank you\"")]
    [TestCase("30 minutes.", 0, "it says none of the phrases")]
    public async Task The_example_of_the_guide_scores(string answer, double value, string reason)
    {
        var evaluator = Build("My.Polite", """{ "phrases": ["thank you", "please"] }""");

        var score = await ScoreAsync(evaluator, answer);

        Assert.That((score.Metric, score.Value, score.Reason), Is.EqualTo(("polite", (double?)value, reason)));
        Assert.That((await ScoreAsync(evaluator, "I don't know.")).Outcome, Is.EqualTo(Outcome.NotApplicable));
    }

    [Test]
    public void The_class_has_a_load_context_of_its_own_and_shares_the_harness()
    {
        Build("My.Polite", """{ "phrases": [] }""");

        var loaded = AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name == "EvalHarness.Plugin").Select(AssemblyLoadContext.GetLoadContext).ToList();

        Assert.That(loaded, Is.Not.Empty.And.None.SameAs(AssemblyLoadContext.Default));
        Assert.That(AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name == "EvalHarness"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_row_without_an_answer_is_failed_and_the_class_does_not_see_it()
    {
        var scores = await Build("EvalHarness.Plugin.Careless", """{ "does": "throws" }""").EvaluateAsync(Some.Sample(), Some.Trace(null), CancellationToken.None);

        Assert.That(scores.Select(s => s.Outcome), Is.All.EqualTo(Outcome.Failed));
    }

    [TestCase("throws", "its class threw InvalidOperationException: the model is gone")]
    [TestCase("cancels", "its class threw OperationCanceledException")]
    [TestCase("returns null", "its class threw")]
    [TestCase("returns one", "it returned 1 scores for 2 metrics")]
    public async Task What_goes_wrong_with_a_row_leaves_its_metrics_not_scored(string does, string reason)
    {
        var scores = await Careless(does).EvaluateAsync(Some.Sample(), Some.Trace(Some.Answer()), CancellationToken.None);

        Assert.That(scores.Select(s => (s.Metric, s.Outcome)), Is.EqualTo(new[] { ("polite", Outcome.NotScored), ("polite-more", Outcome.NotScored) }));
        Assert.That(scores.Select(s => s.Reason), Is.All.StartsWith(reason));
    }

    [TestCase("returns NaN", "it returned a value that cannot be: NaN is no number")]
    [TestCase("is out of range", "it returned a value that cannot be: 1.5 is no ratio in [0, 1]")]
    [TestCase("has no value", "it returned a score without a value")]
    [TestCase("has no reason", "it returned no value and no reason")]
    [TestCase("scores another", "it returned a score of 'other' where 'polite' stands")]
    [TestCase("leaves one out", "it returned nothing in place of a score")]
    public async Task A_score_that_cannot_be_is_not_scored_and_the_others_stand(string does, string reason)
    {
        var scores = await Careless(does).EvaluateAsync(Some.Sample(), Some.Trace(Some.Answer()), CancellationToken.None);

        Assert.That((scores[0].Outcome, scores[0].Value, scores[0].Reason), Is.EqualTo((Outcome.NotScored, (double?)null, reason)));
        Assert.That(scores[1].Value, Is.EqualTo(0.5));
    }

    [TestCase("waits")]
    [TestCase("hangs")]
    public async Task A_class_that_takes_too_long_costs_its_row_and_not_the_run(string does)
    {
        var score = await ScoreAsync(Careless(does, timeout: 0.2), "30 minutes.");

        Assert.That((score.Outcome, score.Reason), Is.EqualTo((Outcome.NotScored, "its class took longer than 0.2 s (timeout_seconds)")));
    }

    [Test]
    public async Task A_class_that_hangs_in_three_rows_is_not_called_any_more()
    {
        var evaluator = Careless("hangs", timeout: 0.05);
        for (var row = 0; row < 3; row++)
            await ScoreAsync(evaluator, "30 minutes.");

        Assert.That((await ScoreAsync(evaluator, "30 minutes.")).Reason, Is.EqualTo("its class hangs in 3 calls already and is not called any more"));
    }

    [Test]
    public void Cancelling_is_not_a_score()
    {
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        Assert.That(async () => await Careless("hangs").EvaluateAsync(Some.Sample(), Some.Trace(Some.Answer()), cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase("My.Rude", "type: My.Rude of", "it is not there; those that do: My.Polite, EvalHarness.Plugin.Careless, ")]
    [TestCase("My.Verbatim", "type: My.Verbatim of", "it is no class that implements IEvaluator; those that do:")]
    [TestCase("EvalHarness.Plugin.Greedy", "it asks in its constructor for HttpClient client; it may ask for MetricSource, AnswerReader", "Build it for .NET 10")]
    [TestCase("EvalHarness.Plugin.Stillborn", "it threw InvalidOperationException: the licence has run out", "")]
    public void A_class_that_cannot_be_made_is_told_before_the_run(string type, string found, string more)
    {
        Assert.That(() => Build(type, "{}"), Throws.TypeOf<InputException>().With.Message.StartsWith("metrics.polite: type: ").And.Message.Contains(found).And.Message.Contains(more));
    }

    [TestCase("measures nothing", "it measures nothing")]
    [TestCase("is called otherwise", "its first metric is called 'other'")]
    [TestCase("has a stray metric", "it measures 'stray'")]
    [TestCase("throws in Definition", "it threw InvalidOperationException: not yet")]
    public void What_it_says_of_itself_is_checked(string does, string found)
    {
        Assert.That(() => Careless(does), Throws.TypeOf<InputException>().With.Message.StartsWith("metrics.polite: ").And.Message.Contains(found));
    }

    [Test]
    public void A_file_that_is_no_assembly_is_told()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("My.dll", "not code");

        Assert.That(() => new ClassMetricFactory(plugins).Build(Source("My.Polite", "{}", assembly: file), Reader), Throws.TypeOf<InputException>().With.Message.Contains("BadImageFormatException"));
    }

    [Test]
    public void Without_leave_nothing_is_loaded()
    {
        using var forbidding = new PluginHost(allowed: false, TimeProvider.System);
        var factory = new ClassMetricFactory(forbidding);

        Assert.That(() => factory.Check(Source("My.Polite", "{}")), Throws.TypeOf<InputException>().With.Message.Contains("which needs --allow-plugins. Read what it does"));
        Assert.That(() => factory.Build(Source("My.Polite", "{}"), Reader), Throws.TypeOf<InputException>());
    }

    [Test]
    public void Checking_loads_nothing_and_misses_an_assembly_that_is_not_there()
    {
        using var folder = new TemporaryFolder();
        var factory = new ClassMetricFactory(plugins);

        Assert.That(() => factory.Check(Source("My.Polite", "{}", assembly: folder.Write("My.dll", "not code"))), Throws.Nothing);
        Assert.That(() => factory.Check(Source("My.Polite", "{}", assembly: folder["None.dll"])), Throws.TypeOf<InputException>().With.Message.Contains("the file does not exist. Build it first. Check the path."));
    }

    [Test]
    public void Settings_code_and_what_stands_beside_it_are_in_the_definition()
    {
        using var folder = new TemporaryFolder();
        string Definition(string settings)
        {
            // A host of its own loads what lies there now.
            using var fresh = new PluginHost(allowed: true, TimeProvider.System);
            var built = new ClassMetricFactory(fresh).Build(Source("My.Polite", settings, assembly: folder["Plugin.dll"]), Reader);
            Assert.That(built.Definition, Does.StartWith("class/1 polite/1 plugin="));
            return built.Metrics[0].DefinitionId;
        }

        File.Copy(Repository.Plugin, folder["Plugin.dll"]);
        var first = Definition("""{ "phrases": ["please"] }""");
        var again = Definition("""{ "phrases": ["please"] }""");
        var otherSettings = Definition("""{ "phrases": ["thanks"] }""");
        folder.Write("EvalHarness.dll", "a copy of the harness is never loaded");
        var besideTheHarness = Definition("""{ "phrases": ["please"] }""");
        folder.Write("Dependency.dll", "code");
        var otherCode = Definition("""{ "phrases": ["please"] }""");

        Assert.That(again, Is.EqualTo(first));
        Assert.That(besideTheHarness, Is.EqualTo(first));
        Assert.That(otherSettings, Is.Not.EqualTo(first));
        Assert.That(otherCode, Is.Not.EqualTo(first));
    }

    private IEvaluator Careless(string does, double timeout = 20) => Build("EvalHarness.Plugin.Careless", new JsonObject { ["does"] = does }.ToJsonString(), timeout);

    private IEvaluator Build(string type, string settings, double timeout = 20) => new ClassMetricFactory(plugins).Build(Source(type, settings, timeout), Reader);

    private static MetricSource Source(string type, string settings, double timeout = 20, string? assembly = null) => new("polite", "class", TestContext.CurrentContext.TestDirectory, new JsonObject
    {
        ["kind"] = "class",
        ["assembly"] = assembly ?? Repository.Plugin,
        ["type"] = type,
        ["settings"] = JsonNode.Parse(settings),
        ["timeout_seconds"] = timeout,
    });

    private static async Task<Score> ScoreAsync(IEvaluator evaluator, string answer) =>
        (await evaluator.EvaluateAsync(Some.Sample(), Some.Trace(Some.Answer(answer)), CancellationToken.None))[0];
}
