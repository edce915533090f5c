using System.Text.Json;
using EvalHarness.Calibration;
using EvalHarness.Evaluators;
using EvalHarness.Inputs;
using EvalHarness.Nightly.Anchors;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Nightly.Anchors;

/// <summary>A scorer that is held against labels which never change.</summary>
internal sealed class AnchorSetTests
{
    private const double Floor = 0.6;
    private const double Coverage = 0.95;

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Set_up()
    {
        folder = new TemporaryFolder();
        folder.Write("anchors.jsonl", string.Concat(Enumerable.Range(0, 40).Select(i => JsonSerializer.Serialize(new { id = $"a{i}", group = $"g{i}", answer = "It is.", label = i % 2 == 0 }) + "\n")));
    }

    [TearDown]
    public void Tear_down() => folder.Dispose();

    [Test]
    public async Task A_scorer_that_agrees_with_the_labels_is_believed()
    {
        var reading = await ReadAsync(row => row.Label);

        Assert.That((reading.N, reading.NotScored, reading.Kappa), Is.EqualTo((40, 0, (double?)1)));
        Assert.That(reading.Fault(Coverage), Is.Null);
    }

    [Test]
    public async Task A_scorer_that_says_yes_to_everything_drifted_and_is_named()
    {
        var reading = await ReadAsync(_ => true);

        Assert.That(reading.Fault(Coverage), Does.StartWith("judge 'strict' drifted: its kappa with the labels of 40 anchors (anchors.jsonl, groundedness) is 0.00, the floor is 0.60."));
    }

    [TestCase(3, 0.85, true)]
    [TestCase(9, 0.55, false)]
    public async Task The_floor_is_where_the_policy_has_it(int wrong, double kappa, bool isBelieved)
    {
        var reading = await ReadAsync(row => int.Parse(row.Id[1..], System.Globalization.CultureInfo.InvariantCulture) < wrong ? !row.Label : row.Label);

        Assert.That(reading.Kappa, Is.EqualTo(kappa).Within(0.005));
        Assert.That(reading.Fault(Coverage) is null, Is.EqualTo(isBelieved));
    }

    [Test]
    public async Task A_scorer_without_a_word_on_many_answers_drifted_too()
    {
        var reading = await ReadAsync(row => row.Group is "g1" or "g2" or "g3" ? null : row.Label);

        Assert.That(reading.Fault(Coverage), Does.Contain("it could say nothing of 3 of 40 anchors"));
        Assert.That(reading.Fault(0.9), Is.Null);
    }

    [Test]
    public async Task A_judge_whose_endpoint_is_stopped_is_an_outage()
    {
        var reading = await ReadAsync(_ => throw new ScoringStoppedException("strict", StopCause.Endpoint, "judge 'strict': 401"));

        Assert.That(reading.Fault(Coverage), Is.EqualTo("Outage: judge 'strict': 401"));
    }

    [Test]
    public void A_file_that_is_missing_is_named()
    {
        Assert.That(() => new AnchorSet(folder["none.jsonl"], "judge 'strict'", new Scripted(_ => true)).ReadAsync(Floor, default), Throws.TypeOf<InputException>().With.Message.Contains("none.jsonl"));
    }

    private Task<AnchorReading> ReadAsync(Func<LabelledRow, bool?> says) => new AnchorSet(folder["anchors.jsonl"], "judge 'strict'", new Scripted(says)).ReadAsync(Floor, CancellationToken.None);

    private sealed class Scripted(Func<LabelledRow, bool?> says) : ILabelScorer
    {
        public string Evaluator => LabelScorers.Groundedness;

        public string Verifier => "scripted";

        public string Definition => "scripted/1";

        public ValueTask<Judgement?> JudgeAsync(LabelledRow row, CancellationToken cancellationToken) => new(says(row) is { } yes ? new Judgement(yes ? 1 : 0, yes) : null);
    }
}
