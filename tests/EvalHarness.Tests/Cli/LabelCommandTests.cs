namespace EvalHarness.Tests.Cli;

internal sealed class LabelCommandTests
{
    private CommandLine command = null!;

    [OneTimeSetUp]
    public async Task RunOnce()
    {
        command = new CommandLine();
        await command.EvaluateAsync();
    }

    [OneTimeTearDown]
    public void TearDown() => command.Dispose();

    [Test]
    public async Task Export_says_which_rows_buy_which_interval_and_what_to_do_next()
    {
        var result = await ExportAsync("a", "--what", "groundedness");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("labelled rate").And.Contain("balanced accuracy").And.Contain("(drawn)").And.Contain("label import").And.Contain("keep from them"));
    }

    [Test]
    public async Task The_same_export_again_is_the_same_to_the_byte()
    {
        await ExportAsync("b1", "--what", "groundedness", "--count", "2", "--stratify");
        await ExportAsync("b2", "--what", "groundedness", "--count", "2", "--stratify");

        foreach (var file in new[] { "labels.csv", "label.html", "key.json" })
            Assert.That(command.Folder.Bytes($"b1/{file}"), Is.EqualTo(command.Folder.Bytes($"b2/{file}")), file);
    }

    [Test]
    public async Task An_export_is_not_written_over()
    {
        await ExportAsync("c", "--what", "groundedness");

        var again = await ExportAsync("c", "--what", "groundedness");

        Assert.That((again.ExitCode, again.Error), Is.EqualTo((3, $"error: {command.Folder["c"]}: an export is there already, and perhaps labels. Name another folder with --out.\n")));
    }

    [Test]
    public async Task Labels_of_the_page_are_imported_and_stored_beside_the_dataset()
    {
        await ExportAsync("d", "--what", "answer-correctness");
        Hand("d", "anna", "yes");

        var result = await ImportAsync("d", "--name", "mine");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("One rater: "));
        Assert.That(command.Folder.Text("labels/mine.jsonl"), Does.Contain("\"system\":\"rag\"").And.Contain("\"references\":[\"30 minutes\"]").And.Contain("\"label\":1"));
    }

    [Test]
    public async Task Other_labels_of_the_same_name_are_replaced_only_by_force()
    {
        await ExportAsync("e", "--what", "answer-correctness");
        Hand("e", "anna", "yes");
        await ImportAsync("e", "--name", "twice");
        Hand("e", "anna", "no");

        var refused = await ImportAsync("e", "--name", "twice");
        var forced = await ImportAsync("e", "--name", "twice", "--force");

        Assert.That((refused.ExitCode, forced.ExitCode), Is.EqualTo((3, 0)));
        Assert.That(refused.Error, Does.Contain("other labels are there"));
    }

    [Test]
    public async Task A_wrong_label_stores_nothing()
    {
        await ExportAsync("f", "--what", "answer-correctness");
        Hand("f", "anna", "perhaps");

        var result = await ImportAsync("f", "--name", "wrong");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("labels-anna.json: labels[0]: 'perhaps' is no label. Write yes, no or unsure."));
        Assert.That(File.Exists(command.Folder["labels/wrong.jsonl"]), Is.False);
    }

    [Test]
    public async Task A_sheet_that_nobody_filled_is_no_rater()
    {
        await ExportAsync("g", "--what", "answer-correctness");

        var result = await ImportAsync("g");

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((3, result.Error)));
        Assert.That(result.Error, Does.Contain("no label is in it"));
    }

    private Task<CliResult> ExportAsync(string folder, params string[] more) => command.RunAsync(["label", "export", command.Run, "--out", command.Folder[folder], .. more]);

    private Task<CliResult> ImportAsync(string folder, params string[] more) => command.RunAsync(["label", "import", command.Folder[folder], "--run", command.Run, .. more]);

    private void Hand(string folder, string rater, string label)
    {
        using var key = System.Text.Json.JsonDocument.Parse(command.Folder.Text($"{folder}/key.json"));
        var labels = key.RootElement.GetProperty("rows").EnumerateArray().Select(r => new { id = r.GetProperty("id").GetString(), label, note = "" });
        command.Folder.Write($"{folder}/labels-{rater}.json", System.Text.Json.JsonSerializer.Serialize(new { export = key.RootElement.GetProperty("export").GetString(), rater, labels }));
    }
}
