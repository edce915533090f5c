using EvalHarness.Inputs;
using EvalHarness.TrainingData;

namespace EvalHarness.Tests.TrainingData;

public class TrainingLinterTests
{
    private LintCase lint = null!;

    [SetUp]
    public void SetUp() => lint = new LintCase();

    [TearDown]
    public void TearDown() => lint.Dispose();

    [Test]
    public async Task A_sound_file_is_clean_and_every_rule_is_accounted_for()
    {
        var result = await lint.Example("Where can we park?", "In the yard.").RunAsync();

        Assert.That((result.IsClean, result.Errors, result.Warnings, result.Infos, result.Leaks), Is.EqualTo((true, 0, 0, 0, 0)));
        Assert.That(result.Rules.Select(r => r.Rule), Is.EqualTo(LintRules.All.Select(r => r.Id)));
        Assert.That((result.Training.Hash, result.Training.Rows, result.Dataset.Rows), Is.EqualTo((ContentHash.OfFile(lint.TrainFile), 1, 1)));
    }

    [Test]
    public async Task The_list_is_capped_and_the_count_is_not()
    {
        for (var i = 0; i < 9; i++)
            lint.Example("Where can we park?", "In the yard.");

        var result = await lint.RunAsync(r => r with { ListedPerRule = 3 });

        Assert.That((result.Of(LintRules.Duplicate).Warnings, result.Of(LintRules.Duplicate).Listed, result.Warnings), Is.EqualTo((8, 3, 8)));
        Assert.That(result.Lines(LintRules.Duplicate), Is.EqualTo(new[] { 2, 3, 4 }));
    }

    [Test]
    public async Task An_error_is_listed_although_warnings_of_its_rule_filled_the_list()
    {
        lint.Gold("dev", "Where do the guests of the house park their cars?", split: "dev").Gold("test", "Where do the guests of the house park their bicycles and boats?");
        for (var i = 0; i < 5; i++)
            lint.Example("Where do the guests of the house park their cars?", "In the yard.");

        var result = await lint.Example("Where do the guests of the house park their bicycles and boats?", "In the shed.").RunAsync(r => r with { ListedPerRule = 2 });

        Assert.That(result.Findings.Where(f => f.Rule == "leak-exact").Select(f => f.Severity), Is.EqualTo(new[] { LintSeverity.Error, LintSeverity.Warning }));
    }

    [Test]
    public async Task The_same_files_give_the_same_bytes()
    {
        for (var i = 0; i < 600; i++)
            lint.Example($"Where can guest number {i % 97} of the house park today?", $"In the yard, lot {i % 50}.");

        var first = await lint.RunAsync();
        var second = await lint.RunAsync();

        Assert.That(LintResultFile.Text(second), Is.EqualTo(LintResultFile.Text(first)));
        Assert.That(first.Findings, Is.Not.Empty);
    }

    [Test]
    public void A_split_without_rows_is_invalid() =>
        Assert.That(async () => await lint.Example("Q?", "A.").RunAsync(r => r with { Split = "tset" }), Throws.TypeOf<InputException>().With.Message.Contains("no sample is in split 'tset'. Splits in the file: test."));

    [Test]
    public async Task A_written_result_meets_its_schema_and_reads_back()
    {
        var result = await lint.Example("Where can we park?", "jan@garage.nl").RunAsync(r => r with
        {
            Severities = new Dictionary<string, LintSeverity> { ["pii-email"] = LintSeverity.Error },
            Given = [new ArmGiven("rag", null, 0, "declared", 7, 1.5, null, 2.5m, "note"), new ArmGiven("base", null, null, null, null, null, null, null, null)],
        });

        var read = LintResultFile.Read(lint.Folder.Write("lint.json", LintResultFile.Text(result)));

        Assert.That(LintResultFile.Text(read), Is.EqualTo(LintResultFile.Text(result)));
        Assert.That((read.Errors, read.Changed["pii-email"], read.Given.Count), Is.EqualTo((1, LintSeverity.Error, 2)));
    }

    [TestCase("{}", "'linter' is missing")]
    [TestCase("{", "not JSON")]
    public void What_is_no_result_is_refused(string text, string message) =>
        Assert.That(() => LintResultFile.Read(lint.Folder.Write("lint.json", text)), Throws.TypeOf<InputException>().With.Message.Contains(message));

    [Test]
    public void Rules_have_names_of_their_own_and_say_what_to_do()
    {
        Assert.That(LintRules.All.Select(r => r.Id), Is.Unique);
        Assert.That(LintRules.All.Select(r => r.Title).Concat(LintRules.All.Select(r => r.Mend)), Has.All.EndsWith("."));
    }
}
