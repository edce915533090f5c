using EvalHarness.Comparisons;
using EvalHarness.Decisions;
using EvalHarness.Decisions.Matrix;
using EvalHarness.Decisions.Studies;
using EvalHarness.Decisions.Sweeps;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Runs;
using EvalHarness.Statistics;
using EvalHarness.Tests.Comparisons;
using static EvalHarness.Tests.Comparisons.TestRun;

namespace EvalHarness.Tests.Decisions.Studies;

public sealed class StudyMakerTests
{
    private const int Rows = 300;

    private static readonly Dictionary<string, int> Indexed = new() { ["rag"] = 10, ["large"] = 90 };

    [Test]
    public async Task Points_are_held_against_the_pipeline_as_it_is()
    {
        var study = await StudyAsync("passages", ("rag", i => i < 200), ("one", i => i < 120), ("same", i => i < 199));

        Assert.That((study.Points[0].Figures[0].Difference, study.Points[0].Figures[0].P), Is.EqualTo(((Estimate?)null, (double?)null)));
        Assert.That(study.Points[1].Figures[0].Difference!.Value, Is.EqualTo(-80.0 / Rows).Within(1e-12));
        Assert.That(study.Points.Select(p => p.Figures[0].IsBetter), Is.EqualTo(new bool?[] { null, false, null }));
    }

    [Test]
    public async Task P_values_are_adjusted_over_the_points_of_a_study()
    {
        var alone = await StudyAsync("passages", ("rag", i => i < 200), ("a", i => i < 195));
        var among = await StudyAsync("passages", ("rag", i => i < 200), ("a", i => i < 195), ("b", i => i < 200), ("c", i => i < 200));

        Assert.That(alone.Points[1].Figures[0].P, Is.LessThan(0.05));
        Assert.That(among.Points[1].Figures[0].P, Is.EqualTo(3 * alone.Points[1].Figures[0].P!.Value).Within(1e-12));
        Assert.That(among.Points[1].Figures[0].IsBetter, Is.Null);
    }

    [Test]
    public async Task What_cannot_be_told_says_how_many_rows_would_tell()
    {
        var study = await StudyAsync("passages", ("rag", i => i % 2 == 0), ("other", i => i % 5 < 3));

        Assert.That(study.Points[1].Figures[0].NNeeded, Is.GreaterThan(Rows));
    }

    [Test]
    public async Task Measures_that_the_run_does_not_have_are_left_out()
    {
        var study = await StudyAsync("growth", ("rag", i => i < 200), ("large", i => i < 100));

        Assert.That(study.Points[1].Figures.Select(f => f.Name), Is.EqualTo(new[] { "answer-correctness" }));
    }

    [Test]
    public async Task Added_time_is_the_difference_of_a_quantile_and_is_not_tested()
    {
        var table = await new TestRun(Correct, Search)
            .Rows("rag", Rows, i => Correct.Scored(i < 200), i => Search.Scored(10 + (i % 3)))
            .Rows("large", Rows, i => Correct.Scored(i < 200), i => Search.Scored(30 + (i % 3)))
            .LoadAsync();

        var figure = new StudyMaker(table, 1).Make(Grid("growth", "rag", "large")).Points[1].Figures.Single(f => f.Name == "latency-search-ms:p95");

        Assert.That(figure.Difference!.Value, Is.EqualTo(20).Within(0.5));
        Assert.That((figure.P, figure.IsBetter), Is.EqualTo(((double?)null, (bool?)null)));
    }

    [Test]
    public async Task Wording_that_changes_single_answers_is_told_from_wording_that_is_worse_everywhere()
    {
        var brittle = await StudyAsync("wording", ("rag", i => i % 2 == 0), ("typos", i => i % 2 == 1));
        var worse = await StudyAsync("wording", ("rag", _ => true), ("typos", _ => false));

        Assert.That((brittle.Spread!.OfBoth, brittle.Spread.OfWording, brittle.Spread.OfSamples), Is.EqualTo((1.0, 0.0, 0.0)));
        Assert.That((brittle.Spread.Worst.Value, brittle.Spread.Best.Value, brittle.Spread.Mean.Value), Is.EqualTo((0.0, 1.0, 0.5)));
        Assert.That((worse.Spread!.OfBoth, worse.Spread.OfWording), Is.EqualTo((0.0, 1.0)));
    }

    [Test]
    public async Task Wording_that_changes_nothing_has_no_variance_to_share()
    {
        var study = await StudyAsync("wording", ("rag", _ => true), ("typos", _ => true));

        Assert.That(study.Spread!.OfBoth, Is.Null);
        Assert.That(study.Spread.Worst.Value, Is.EqualTo(1));
    }

    [Test]
    public async Task The_matrix_compares_arms_at_the_largest_corpus()
    {
        var table = await TableAsync(("rag", i => i < 200), ("large", i => i < 60), ("fine-tuned", i => i < 150));
        StudyMaker maker = new(table, 1);
        StudyGrid[] grids = [Grid("growth", "rag", "large")];

        var grown = maker.Grown(grids, new Arms(new Dictionary<Arm, string> { [Arm.Rag] = "rag", [Arm.FineTuned] = "fine-tuned" }), Indexed, name => name == "rag")!;
        var inputs = (await new TestDecision().Answers(Arm.Rag, Rows, i => i < 200).Answers(Arm.FineTuned, Rows, i => i < 150).InputsAsync(Arm.Rag, Arm.FineTuned)) with { Studies = Results(maker, grids, grown) };
        var row = DecisionMaker.Decide(inputs)!.Matrix.Single(r => r.Criterion.Id == "large-knowledge");

        Assert.That(row.Verdict, Is.EqualTo(MatrixVerdict.Best));
        Assert.That(row.Leaders, Is.EqualTo(new[] { Arm.FineTuned }));
        Assert.That(row.Elsewhere, Is.EqualTo("passages 9, split dev"));
        Assert.That(row.Figures.Single(f => f.Arm == Arm.Rag).Estimate!.Value, Is.EqualTo(0.2).Within(1e-12));
    }

    [Test]
    public async Task Studies_are_the_same_once_they_were_written_and_read()
    {
        var table = await TableAsync(("rag", i => i < 200), ("large", i => i < 60));
        StudyMaker maker = new(table, 1);
        StudyGrid[] grids = [Grid("growth", "rag", "large"), Grid("wording", "rag", "large")];
        var results = Results(maker, grids, maker.Grown(grids, new Arms(new Dictionary<Arm, string> { [Arm.Rag] = "rag" }), Indexed, _ => true));
        using TemporaryFolder folder = new();
        folder.Write(StudyFile.Name, StudyFile.Text(results));

        var read = StudyFile.TryRead(folder.FullPath, "k")!;

        Assert.That(StudyFile.Text(read), Is.EqualTo(StudyFile.Text(results)));
        Assert.That(read.Grown!.Table().Samples, Has.Count.EqualTo(Rows));
    }

    [Test]
    public async Task An_arm_that_retrieves_and_was_not_grown_has_no_part()
    {
        var table = await TableAsync(("rag", i => i < 200), ("large", i => i < 60), ("hybrid", i => i < 150), ("fine-tuned", i => i < 150));
        Arms arms = new(new Dictionary<Arm, string> { [Arm.Rag] = "rag", [Arm.Hybrid] = "hybrid", [Arm.FineTuned] = "fine-tuned" });

        var grown = new StudyMaker(table, 1).Grown([Grid("growth", "rag", "large")], arms, Indexed, name => name is "rag" or "hybrid")!;

        Assert.That(grown.Pipelines, Is.EqualTo(new Dictionary<Arm, string> { [Arm.Rag] = "large", [Arm.FineTuned] = "fine-tuned" }));
    }

    [Test]
    public async Task A_corpus_that_only_shrinks_shows_nothing_of_growth()
    {
        var table = await TableAsync(("rag", i => i < 200), ("large", i => i < 60));

        Assert.That(new StudyMaker(table, 1).Grown([Grid("growth", "rag", "large")], new Arms(new Dictionary<Arm, string> { [Arm.Rag] = "rag" }), new Dictionary<string, int> { ["rag"] = 90, ["large"] = 10 }, _ => true), Is.Null);
    }

    [Test]
    public async Task A_point_that_never_answered_is_not_called_worse()
    {
        Metric success = new("success", Unit.YesNo, Direction.Higher, "1");
        var table = await new TestRun(Correct, success)
            .Rows("rag", Rows, i => Correct.Scored(i < 200), _ => success.Scored(true))
            .Rows("down", Rows, _ => Correct.Failed("endpoint"), _ => success.Scored(false))
            .LoadAsync();

        Assert.That(new StudyMaker(table, 1).Make(Grid("passages", "rag", "down")).Points[1].Figures, Is.Empty);
    }

    [Test]
    public async Task Studies_of_another_decision_file_are_none_of_this_one()
    {
        var table = await TableAsync(("rag", i => i < 200), ("large", i => i < 60));
        StudyMaker maker = new(table, 1);
        using TemporaryFolder folder = new();
        folder.Write(StudyFile.Name, StudyFile.Text(Results(maker, [Grid("growth", "rag", "large")], null)));

        Assert.That(StudyFile.TryRead(folder.FullPath, "other"), Is.Null);
    }

    [Test]
    public void Damaged_studies_name_the_file_and_the_mend()
    {
        using TemporaryFolder folder = new();
        folder.Write(StudyFile.Name, "{ \"key\": \"k\", \"run\": 1 }");

        Assert.That(() => StudyFile.TryRead(folder.FullPath, "k"), Throws.TypeOf<InputException>().With.Message.Contains("studies.json").And.Message.Contains("decide again"));
    }

    private static StudyResults Results(StudyMaker maker, StudyGrid[] grids, GrownArms? grown) => new()
    {
        Run = "r",
        Key = "k",
        MadeFrom = "m",
        Dataset = new DatasetRecord("samples.jsonl", "h", "dev", Rows, null),
        Studies = [.. grids.Select(maker.Make)],
        Grown = grown,
    };

    private static async Task<Study> StudyAsync(string kind, params (string Name, Func<int, bool> IsRight)[] points) =>
        new StudyMaker(await TableAsync(points), 1).Make(Grid(kind, [.. points.Select(p => p.Name)]));

    private static Task<ScoreTable> TableAsync(params (string Name, Func<int, bool> IsRight)[] points)
    {
        TestRun run = new(Correct);
        foreach (var (name, isRight) in points)
            run.Rows(name, Rows, i => Correct.Scored(isRight(i)));
        return run.LoadAsync();
    }

    private static StudyGrid Grid(string kind, params string[] points) =>
        new(StudyKinds.Of(kind), new SweepGrid("rag", ["passages"], [.. points.Select((p, i) => new SweepPoint(p, [i == points.Length - 1 ? "9" : "5"], p == "rag"))]));
}
