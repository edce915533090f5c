using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Experiments;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Experiments;

public sealed class EvaluatorPartsTests
{
    private static readonly EvaluatorParts Parts = new() { Metrics = [new ShoutFactory()] };

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Set_up() => folder = new TemporaryFolder();

    [TearDown]
    public void Tear_down() => folder.Dispose();

    [Test]
    public void A_metric_of_the_users_stands_behind_the_harnesss_own()
    {
        var read = Read("metrics: { loud: { kind: shout } }");

        EvaluatorCatalog.Check(read, Parts);

        Assert.That(EvaluatorCatalog.For(new ExperimentInputs(read), Parts)[^1].Metrics.Select(m => m.Id), Is.EqualTo(new[] { "loud" }));
    }

    [TestCase("metrics: { loud: { kind: whisper } }", "metrics.loud: there is no kind of metric 'whisper'")]
    [TestCase("verifier: { kind: oracle }", "verifier: there is no verifier 'oracle'")]
    public void An_unknown_kind_is_named_with_those_there_are(string setting, string found)
    {
        Assert.That(() => EvaluatorCatalog.Check(Read(setting), Parts), Throws.TypeOf<InputException>().With.Message.Contains(found).And.Message.Contains("Known: "));
    }

    [Test]
    public void An_id_that_the_harness_uses_is_refused()
    {
        Assert.That(() => EvaluatorCatalog.For(new ExperimentInputs(Read("metrics: { coverage: { kind: shout } }")), Parts), Throws.TypeOf<InputException>().With.Message.Contains("'coverage' is the id of two metrics"));
    }

    [Test]
    public void The_verifier_is_part_of_the_definition()
    {
        var definitions = EvaluatorCatalog.For(new ExperimentInputs(Read("verifier: word-overlap")), Parts).Select(e => e.Definition);

        Assert.That(definitions, Has.Some.Contains("word-overlap/"));
    }

    private Experiment Read(string setting)
    {
        folder.Write("samples.jsonl", "");
        folder.Write("p.md", "Answer.");
        return ExperimentReader.Read(folder.Write("experiment.yaml", $$"""
            name: parts
            dataset: samples.jsonl
            baseline: a
            pipelines:
              a: { model: { provider: embedded, name: untuned }, prompt: p.md }
            {{setting}}
            """));
    }

    private sealed class ShoutFactory : IMetricFactory
    {
        public string Kind => "shout";

        public void Check(MetricSource metric)
        {
            // Any settings will do.
        }

        public IEvaluator Build(MetricSource metric, AnswerReader reader) => new Shout(metric.Id);
    }

    private sealed class Shout(string id) : IEvaluator
    {
        public string Definition => "shout/1";

        public IReadOnlyList<Metric> Metrics { get; } = [new(id, Unit.YesNo, Direction.Lower, "1")];

        public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) => ValueTask.FromResult(Metrics.NotApplicable(""));
    }
}
