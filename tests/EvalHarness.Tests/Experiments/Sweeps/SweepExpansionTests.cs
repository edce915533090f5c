using EvalHarness.Experiments;
using EvalHarness.Experiments.Sweeps;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Experiments.Sweeps;

public sealed class SweepExpansionTests
{
    private const string Yaml =
        """
        name: small
        dataset: samples.jsonl
        baseline: base
        tuning: { base: { labels: 0 } }
        pipelines:
          base: { model: { provider: embedded, name: untuned } }
          rag: { model: { provider: embedded, name: untuned }, retrieval: { corpus: corpus, chunk: { tokens: 120, overlap: 20 } } }
        """;

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Start()
    {
        folder = new TemporaryFolder();
        folder.Write("experiment.yaml", Yaml);
        folder.Write("samples.jsonl", "");
        folder.Write("corpus/a.md", "");
    }

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void Every_combination_is_a_pipeline_and_the_one_that_changes_nothing_is_the_pipeline_as_it_is()
    {
        var sweep = Expand("retrieval.chunk.tokens=120,240", "retrieval.chunk.overlap=0,20");

        Assert.That(sweep.Grid.Points.Select(p => p.Name), Is.EqualTo(new[] { "tokens-120+overlap-0", "rag", "tokens-240+overlap-0", "tokens-240+overlap-20" }));
        Assert.That(sweep.Grid.Unvaried.Values, Is.EqualTo(new[] { "120", "20" }));
        Assert.That(sweep.Choosing.Pipelines.Select(p => p.Name), Is.EqualTo(sweep.Grid.Points.Select(p => p.Name)));
        Assert.That((int?)sweep.Choosing.Pipelines[2].Settings["retrieval"]!["chunk"]!["tokens"], Is.EqualTo(240));
        Assert.That((string?)sweep.Choosing.Pipelines[2].Settings["model"]!["name"], Is.EqualTo("untuned"));
        Assert.That(sweep.Choosing.Baseline, Is.EqualTo("rag"));
    }

    [Test]
    public void The_pipeline_as_it_is_comes_first_where_no_point_is_like_it()
    {
        var sweep = Expand("retrieval.passages=2,3");

        Assert.That(sweep.Grid.Points.Select(p => (p.Name, p.Values[0], p.IsUnvaried)), Is.EqualTo(new (string, string?, bool)[] { ("rag", null, true), ("passages-2", "2", false), ("passages-3", "3", false) }));
    }

    [Test]
    public void Whoever_reads_the_run_again_finds_the_same_pipelines()
    {
        var sweep = Expand("retrieval.passages=2,3", "model.abstain_below=0.25,0.35");

        var again = ExperimentReader.Read(sweep.Choosing.File, sweep.Choosing.Overrides);

        Assert.That(again.Hash, Is.EqualTo(sweep.Choosing.Hash));
        Assert.That(sweep.Choosing.Pipelines.Select(p => p.Identity), Is.SubsetOf(again.Pipelines.Select(p => p.Identity)));
        Assert.That(again.Pipelines.Select(p => p.Name), Does.Contain("passages-2+abstain_below-0.25"));
    }

    [Test]
    public void The_confirmation_is_of_two_pipelines_on_another_split()
    {
        var sweep = Expand("retrieval.passages=2,3");

        var confirming = sweep.Confirming(sweep.Grid.Points[2], "test");

        Assert.That(confirming.Pipelines.Select(p => p.Name), Is.EqualTo(new[] { "rag", "passages-3" }));
        Assert.That((confirming.Split, confirming.Baseline), Is.EqualTo(("test", "rag")));
    }

    [Test]
    public void A_point_that_cannot_be_is_named_with_what_is_wrong_with_it()
    {
        Assert.That(() => Expand("retrieval.chunk.tokens=120,240", "retrieval.chunk.overlap=0,120"), Throws.TypeOf<InputException>().With.Message.EqualTo(
            "point retrieval.chunk.tokens=120, retrieval.chunk.overlap=120: retrieval.chunk.overlap=120: an overlap of 120 in windows of 120 tokens. Make the overlap smaller than the window, or it never moves on."));
    }

    [Test]
    public void A_parameter_that_is_mistyped_is_told_once()
    {
        var thrown = Assert.Throws<InputException>(() => Expand("retrieval.passagess=2,3", "retrieval.chunk.tokens=120,240"));

        Assert.That(thrown!.Problems.Select(p => p.Mend), Has.All.Contains("Did you mean 'passages'?").Or.All.Contains("passages"));
        Assert.That(thrown.Problems, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_pipeline_that_is_not_there_is_told()
    {
        Assert.That(() => Expand(new SweepPlan { Pipeline = "rga", Variations = [Variation.Parse("retrieval.passages=2")] }), Throws.TypeOf<InputException>().With.Message.Contains("--pipeline: there is no pipeline 'rga'. Did you mean 'rag'?"));
        Assert.That(() => Expand(new SweepPlan { Variations = [Variation.Parse("retrieval.passages=2")] }), Throws.TypeOf<InputException>().With.Message.Contains("--pipeline: nothing says which pipeline is varied. Name one: base, rag."));
    }

    [Test]
    public void A_sweep_of_nothing_or_of_too_much_or_of_the_same_is_refused()
    {
        string[] many = ["retrieval.passages=" + string.Join(',', Enumerable.Range(1, 15)), "retrieval.candidates=" + string.Join(',', Enumerable.Range(50, 15))];

        Assert.That(() => Expand(), Throws.TypeOf<InputException>().With.Message.Contains("nothing is varied"));
        Assert.That(() => Expand(many), Throws.TypeOf<InputException>().With.Message.Contains("the grid has 225 points"));
        Assert.That(() => Expand("retrieval.passages=2", "retrieval.passages=3"), Throws.TypeOf<InputException>().With.Message.Contains("it is varied twice"));
        Assert.That(() => Expand("retrieval.passages=2,2"), Throws.TypeOf<InputException>().With.Message.Contains("it is the same as point retrieval.passages=2"));
    }

    [Test]
    public void A_file_holds_a_grid_and_named_points()
    {
        var plan = SweepReader.Read(folder.Write("sweep.yaml", """
            pipeline: rag
            objective: token-f1
            tolerance: 0.05
            vary: { retrieval.passages: [2, 3] }
            points:
              words-only: { retrieval.index: keyword, retrieval.chunk: null }
            """));

        var sweep = Expand(plan);

        Assert.That((plan.Objective, plan.Tolerance), Is.EqualTo(("token-f1", 0.05)));
        Assert.That(sweep.Grid.Points.Select(p => p.Name), Is.EqualTo(new[] { "rag", "passages-2", "passages-3", "words-only" }));
        Assert.That(sweep.Grid.Parameters, Is.EqualTo(new[] { "retrieval.passages", "retrieval.index", "retrieval.chunk" }));
        Assert.That(sweep.Choosing.Pipelines[3].Settings["retrieval"]!.AsObject().ContainsKey("chunk"), Is.False);
    }

    [TestCase("pipeline: rag\n", "none of 'vary', 'points' is there")]
    [TestCase("vary: { retrieval.passages: 2 }\n", "2 is a whole number")]
    [TestCase("points: { a b: { retrieval.passages: 2 } }\n", "does not fit")]
    [TestCase("vray: { retrieval.passages: [2] }\n", "unknown key 'vray'. Did you mean 'vary'?")]
    public void A_file_with_a_mistake_is_refused(string yaml, string message)
    {
        Assert.That(() => SweepReader.Read(folder.Write("sweep.yaml", yaml)), Throws.TypeOf<InputException>().With.Message.Contains(message));
    }

    private Sweep Expand(params string[] variations) => Expand(new SweepPlan { Pipeline = "rag", Variations = [.. variations.Select(Variation.Parse)] });

    private Sweep Expand(SweepPlan plan) => new SweepExpansion(ExperimentReader.Read(folder["experiment.yaml"], "split=dev"), plan).Expand();
}
