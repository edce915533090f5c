using EvalHarness.Calibration.Labelling;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Calibration.Labelling;

public sealed class RaterCheckTests
{
    private static readonly LabelKey Key = SomeLabels.Key(3);

    [Test]
    public void Labels_are_read_whatever_their_case()
    {
        var rater = Check(SomeLabels.File("anna", Key, "Yes", " NO ", "unsure")).Single();

        Assert.That((rater.Of("c1"), rater.Of("c2"), rater.Of("c3"), rater.Unsure), Is.EqualTo(((bool?)true, (bool?)false, (bool?)null, 1)));
    }

    [Test]
    public void Raters_come_in_the_order_of_their_names() =>
        Assert.That(Check(SomeLabels.File("ben", Key, "yes", "no", "no"), SomeLabels.File("anna", Key, "no", "no", "no")).Select(r => r.Name), Is.EqualTo(new[] { "anna", "ben" }));

    [Test]
    public void Everything_wrong_is_said_at_once_with_its_place_and_mend()
    {
        var file = SomeLabels.File("anna", Key, "yes", "maybe", "");
        file = file with { Labels = [.. file.Labels, new RaterLabel("anna.csv:5", "zz", "yes"), new RaterLabel("anna.csv:6", "c1", "no")] };

        var problems = Problems(file).Select(p => p.ToString()).ToList();

        Assert.That(problems, Is.EqualTo(new[]
        {
            "anna.csv:3: 'maybe' is no label. Write yes, no or unsure.",
            "anna.csv:4: row 'c3' has no label. Write yes, no or unsure; --allow-missing reads the file as it is.",
            "anna.csv:5: there is no row 'zz' in the export. Ids are not to be changed: copy it from the exported sheet.",
            "anna.csv:6: row 'c1' stands in the file twice. Keep one of them.",
        }));
    }

    [Test]
    public void Rows_that_are_not_in_the_file_are_missing() =>
        Assert.That(Problems(SomeLabels.File("anna", Key, "yes")).Single().Found, Is.EqualTo("2 of 3 rows are missing: c2, c3"));

    [Test]
    public void A_rater_of_disagreements_may_leave_rows_out() =>
        Assert.That(new RaterCheck(Key, mayMiss: true).Check([SomeLabels.File("cleo", Key, "yes", "")], SomeLabels.Answers(Key)).Single().Labels.Keys, Is.EqualTo(new[] { "c1" }));

    [Test]
    public void Two_files_of_one_rater_are_wrong() =>
        Assert.That(Problems(SomeLabels.File("anna", Key, "yes", "no", "no"), SomeLabels.File("Anna", Key, "yes", "no", "no")).Single().Found, Does.Contain("is the rater of"));

    [Test]
    public void A_file_of_another_export_is_wrong() =>
        Assert.That(Problems(SomeLabels.File("anna", Key, "yes", "no", "no") with { Export = "x0" }).Single().Found, Is.EqualTo("its labels are of the export x0"));

    [Test]
    public void Columns_that_were_sorted_apart_are_found()
    {
        var file = SomeLabels.File("anna", Key, "yes", "no", "no");
        file = file with { Labels = [file.Labels[0] with { Shown = "Answer c2." }, .. file.Labels.Skip(1)] };

        Assert.That(Problems(file).Single().ToString(), Does.StartWith("anna.csv:2: the answer beside 'c1' is not the one that was exported."));
    }

    [Test]
    public void What_a_spreadsheet_does_to_line_breaks_and_formulas_is_forgiven()
    {
        var file = SomeLabels.File("anna", Key, "yes", "no", "no");
        file = file with { Labels = [file.Labels[0] with { Shown = "'=A1\r\nmore " }, .. file.Labels.Skip(1)] };
        var answers = SomeLabels.Answers(Key);
        answers["c1"] = "=A1\nmore";

        Assert.That(() => new RaterCheck(Key, mayMiss: false).Check([file], answers), Throws.Nothing);
    }

    private static IReadOnlyList<Rater> Check(params RaterFile[] files) => new RaterCheck(Key, mayMiss: false).Check(files, SomeLabels.Answers(Key));

    private static IReadOnlyList<InputProblem> Problems(params RaterFile[] files) => Assert.Throws<InputException>(() => Check(files))!.Problems;
}
