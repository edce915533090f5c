using EvalHarness.Diagnosis;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Remedies;

namespace EvalHarness.Tests.Experiments.Remedies;

internal sealed class RemedyPlannerTests
{
    private static readonly IReadOnlyList<Fault> Below = [Fault.Of(Cause.RankedBelowCut)];

    private TemporaryFolder folder = null!;
    private Experiment experiment = null!;

    [SetUp]
    public void Start()
    {
        folder = new TemporaryFolder();
        folder.Write("samples.jsonl", "");
        folder.Write("corpus/a.md", "");
        experiment = ExperimentReader.Read(folder.Write("experiment.yaml",
            """
            name: small
            dataset: samples.jsonl
            corpus: corpus
            baseline: base
            pipelines:
              base: { model: { provider: embedded, name: untuned } }
              rag: { model: { provider: embedded, name: untuned }, retrieval: { corpus: corpus, candidates: 8, passages: 4, chunk: { tokens: 40, overlap: 8 } } }
            """));
    }

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void A_trial_asks_the_pipeline_as_it_is_and_changed_on_failed_rows_and_as_many_that_passed()
    {
        var plan = Plan(new RemedyScope(["rag"], Below));

        var trial = plan.Trials.Single(t => t.Rule.Name == "more-passages");
        Assert.That(trial.Experiment.Pipelines.Select(p => p.Name), Is.EqualTo(new[] { "rag", "rag+more-passages" }));
        Assert.That(trial.Experiment.Baseline, Is.EqualTo("rag"));
        Assert.That((int?)trial.Experiment.Pipelines[1].Settings["retrieval"]!["passages"], Is.EqualTo(8));
        Assert.That(trial.Change, Is.EqualTo("retrieval.passages=8"));
        Assert.That(trial.Faults.Single().Rows.Select(r => r.Sample), Is.EqualTo(new[] { "f1", "f2", "f3" }));
        Assert.That(trial.Controls.Select(r => r.Sample), Is.EqualTo(new[] { "p1", "p2", "p3" }));
        Assert.That(trial.Samples, Is.EqualTo(new[] { "f1", "f2", "f3", "p1", "p2", "p3" }));
    }

    [Test]
    public void Fewer_rows_and_controls_are_those_of_lowest_rank()
    {
        var plan = Plan(new RemedyScope(["rag"], Below, Controls: 1, MostRows: 2));

        Assert.That(plan.Trials, Is.Not.Empty);
        Assert.That(plan.Trials.Select(t => string.Join(' ', t.Samples)).Distinct(), Is.EqualTo(new[] { "f1 f2 p1" }));
        Assert.That(plan.Trials[0].Faults.Single().All, Is.EqualTo(3));
    }

    [Test]
    public void What_cannot_be_tried_says_for_how_many_rows_it_was_called_for()
    {
        var rules = Plan(new RemedyScope(["rag"], Fault.All)).Untried;

        Assert.That(rules.Single(u => u.Remedy == "ask-again"), Is.EqualTo(new UntriedRemedy("rag", "ask-again", ["pipeline-error"], 1, "no change of a pipeline mends an error of its endpoint", "Ask again what failed: evalharness retry <run> --failed.")).Using<UntriedRemedy>((a, b) => (a.Rows, a.Why, a.Mend) == (b.Rows, b.Why, b.Mend)));
    }

    [Test]
    public void A_change_that_the_experiment_refuses_is_told_in_its_words()
    {
        folder.Write("experiment.yaml", File.ReadAllText(experiment.File).Replace("corpus: corpus\n", "", StringComparison.Ordinal));
        var refusing = experiment with { Corpus = "gone" };

        var plan = new RemedyPlanner(refusing, new RemedyScope(["base"], [Fault.Of(Cause.OverRefused)])).Plan([Row("base", "f1", RowOutcome.Wrong, Cause.OverRefused)]);

        Assert.That(plan.Untried.Single(u => u.Remedy == "oracle-passages").Why, Does.Contain("gone"));
    }

    [Test]
    public void Nothing_is_planned_for_faults_that_no_row_has_or_that_nobody_asks_for()
    {
        Assert.That(Plan(new RemedyScope(["base"], Fault.All)).Trials, Is.Empty);
        Assert.That(Plan(new RemedyScope(["rag"], [Fault.Stale])), Is.EqualTo(new RemedyPlan([], [], [])).Using<RemedyPlan>((a, b) => a.Trials.Count + a.Listings.Count + a.Untried.Count == b.Trials.Count));
    }

    private RemedyPlan Plan(RemedyScope scope) => new RemedyPlanner(experiment, scope).Plan(
    [
        Row("rag", "f3", RowOutcome.Wrong, Cause.RankedBelowCut),
        Row("rag", "f1", RowOutcome.Wrong, Cause.RankedBelowCut),
        Row("rag", "f2", RowOutcome.Wrong, Cause.RankedBelowCut),
        Row("rag", "e1", RowOutcome.Wrong, Cause.PipelineError),
        Row("rag", "p4", RowOutcome.Right),
        Row("rag", "p2", RowOutcome.Right),
        Row("rag", "p1", RowOutcome.Right),
        Row("rag", "p3", RowOutcome.Right),
        Row("rag", "u0", RowOutcome.Unknown),
        Row("base", "f1", RowOutcome.Right),
    ]);

    private static DiagnosedRow Row(string pipeline, string sample, RowOutcome outcome, params Cause[] causes) =>
        new(pipeline, sample, sample, (ulong)(sample[1] - '0'), outcome, [.. causes.Select(Fault.Of)], causes.Length > 0 ? "How long?" : null);
}
