using EvalHarness.Calibration;

namespace EvalHarness.Tests.Calibration;

public sealed class CalibratorTests
{
    [Test]
    public void A_row_that_could_not_be_scored_is_counted_and_in_no_figure()
    {
        var slice = Calibrator.Of([Judged(true, true), Judged(false, false), Judged(true, null)]);

        Assert.That((slice.N, slice.NotScored), Is.EqualTo((2, 1)));
        Assert.That(slice.Kappa!.Value, Is.EqualTo(1));
    }

    [Test]
    public void Groups_of_unlike_sources_are_unlike_groups() =>
        Assert.That(Calibrator.Of([Judged(true, true, source: "a"), Judged(true, true, source: "b"), Judged(false, true, source: "b")]).Groups, Is.EqualTo(2));

    [Test]
    public void Rows_are_measured_by_what_tells_them_apart()
    {
        var bySource = Calibrator.By([Judged(true, true, source: "b"), Judged(false, true, source: "a"), Judged(false, true, source: "")], r => r.Row.Source);

        Assert.That(bySource.Keys, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(bySource["a"].Confusion.FalsePositives, Is.EqualTo(1));
    }

    [Test]
    public void Who_wrote_an_answer_is_no_help_between_answers_of_one_system()
    {
        // Scores tell the systems apart; within each one pair of two stands the right way round, and c has one label alone.
        JudgedRow[] rows =
        [
            Scored("a", true, 0.9), Scored("a", false, 0.8), Scored("a", false, 0.95),
            Scored("b", false, 0.1), Scored("b", true, 0.2), Scored("b", false, 0.3), Scored("c", true, 0.5),
        ];

        Assert.That(Calibrator.Of(rows).WithinSystemAuc, Is.EqualTo(0.5));
        Assert.That(Calibrator.Of([Scored("a", true, 1)]).WithinSystemAuc, Is.Null);
    }

    [Test]
    public void Every_file_weighs_the_same_in_the_mean_of_files()
    {
        var right = Calibrator.Of([Judged(true, true), Judged(false, false), Judged(false, false)]);
        var wrong = Calibrator.Of([Judged(true, false), Judged(false, true)]);

        Assert.That(FileMean.Of([right, wrong]), Is.EqualTo(new FileMean(0.5, 0.5, 0)));
        Assert.That(FileMean.Of([right, Calibrator.Of([Judged(true, true)])]).Auc, Is.Null);
    }

    [Test]
    public void Two_raters_say_how_far_people_agree()
    {
        JudgedRow[] rows = [Rated(true, true), Rated(true, false), Rated(false, false), Rated(false, false)];

        Assert.That(Calibrator.Of(rows).HumanKappa!.Value, Is.EqualTo(0.5).Within(1e-12));
        Assert.That(Calibrator.Of([Judged(true, true)]).HumanKappa, Is.Null);
    }

    [Test]
    public void A_tie_of_raters_is_a_no() => Assert.That(Rated(true, false).Row.Label, Is.False);

    private static JudgedRow Judged(bool label, bool? verdict, string source = "s") =>
        new(Row(source, label), "f", verdict is { } said ? new Judgement(said ? 1 : 0, said) : null);

    private static JudgedRow Scored(string system, bool label, double score) => new(Row("s", label) with { System = system }, "f", new Judgement(score, score >= 0.5));

    [Test]
    public void A_rater_who_did_not_decide_is_in_neither_the_label_nor_the_agreement()
    {
        Assert.That(Rated(null, true).Row.Label, Is.True);
        Assert.That(Calibrator.Of([Rated(true, true), Rated(false, false), Rated(null, true), Rated(false, null)]).HumanKappa!.Value, Is.EqualTo(1));
    }

    private static JudgedRow Rated(params bool?[] labels) => new(Row("s", labels), "f", new Judgement(0, false));

    private static LabelledRow Row(string source, params bool?[] labels) => new() { Id = "1", Group = "g", Source = source, Answer = "a", Labels = labels };
}
