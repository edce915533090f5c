using System.Globalization;
using System.Text.Json;

namespace EvalHarness.Tests.Cli;

/// <summary>From a run to a measured scorer, as docs/guides/labels.md says, with the command line as a process.</summary>
internal sealed class LabelRoundTripTests
{
    private readonly TemporaryFolder folder = new();
    private string run = "";

    [OneTimeSetUp]
    public async Task RunAndExport()
    {
        CopyHelpdesk();
        await CliAsync("run", folder["helpdesk/experiment.yaml"], "--pipelines", "base,rag", "--limit", "30", "--out", folder["reports"]);
        run = Directory.GetDirectories(folder["reports"]).Single(d => !Path.GetFileName(d).StartsWith('.'));
        await CliAsync("label", "export", run, "--what", "answer-correctness", "--count", "100", "--out", folder["export"]);
    }

    [OneTimeTearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task From_a_run_to_a_report_that_prints_the_scorers_measured_error()
    {
        Fill("anna", every: 4);
        Fill("ben", every: 5);

        var import = await CliAsync("label", "import", folder["export"], "--run", run, "--name", "round-1");
        var labels = folder["helpdesk/labels/round-1.jsonl"];
        await CliAsync("calibrate", "--evaluator", "answer-correctness", "--labels", labels, "--out", folder["helpdesk/labels/round-1"]);
        Attach("labels/round-1/calibration.json");
        var report = await CliAsync("report", run);

        Assert.That(import.Output, Does.Contain("anna – ben").And.Contain("Disagreements: "));
        var n = File.ReadLines(labels).Count();
        Assert.That(n, Is.GreaterThan(5));
        var expected = $" on {n} labelled answers; kappa ";
        Assert.That(report.Output.ReplaceLineEndings(" "), Does.Contain("scorer: balanced accuracy .").And.Contain(expected));
        Assert.That(report.Error, Does.Not.Contain("has changed since this run"));
        Assert.That(File.ReadAllText(Path.Combine(run, "summary.md")), Does.Contain(expected).And.Contain("the scorer's error on these data is unknown"));
        Assert.That(File.ReadAllText(Path.Combine(run, "index.html")), Does.Contain(expected).And.Contain("rag: balanced accuracy ."));
    }

    [Test]
    public void What_raters_get_says_neither_pipeline_nor_score()
    {
        foreach (var file in new[] { "labels.csv", "label.html" })
            Assert.That(folder.Text($"export/{file}"), Does.Not.Match("\\brag\\b|said_yes|score|work_item"), file);
    }

    [Test]
    public void The_key_leads_back_to_the_run_and_is_valid()
    {
        using var key = JsonDocument.Parse(folder.Text("export/key.json"));

        Assert.That(EvalHarness.Inputs.InputSchemas.Named("label-key").Validate(key.RootElement), Is.Empty);
        Assert.That(key.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("pipeline").GetString()), Is.All.EqualTo("rag"));
    }

    // From gold: right where a right answer stands in the answer; every so many rows the rater slips, and one is unsure.
    private void Fill(string rater, int every)
    {
        var rows = CsvText.Rows(folder["export/labels.csv"]);
        var lines = rows.Select((row, i) =>
        {
            var right = row["right_answers"].Split('\n').Any(gold => row["answer"].Contains(gold, StringComparison.OrdinalIgnoreCase));
            return new Dictionary<string, string>(row) { ["rater"] = rater, ["label"] = i == 2 ? "unsure" : right != (i % every == 3) ? "yes" : "no" };
        }).ToList();
        // As a spreadsheet of another country saves it: a mark at the start, semicolons, CRLF.
        var text = string.Concat(lines.Prepend(rows[0].Keys.ToDictionary(k => k)).Select(l => string.Join(';', l.Values.Select(v => $"\"{v.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));
        folder.Write(string.Create(CultureInfo.InvariantCulture, $"export/labels-{rater}.csv"), "\uFEFF" + text);
    }

    private void Attach(string calibration)
    {
        var yaml = folder.Text("helpdesk/experiment.yaml");
        folder.Write("helpdesk/experiment.yaml", yaml.Replace("prices: prices.yaml", $"prices: prices.yaml\ncalibration: [{calibration}]", StringComparison.Ordinal));
    }

    private void CopyHelpdesk()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Helpdesk, "*", SearchOption.AllDirectories))
            if (Path.GetRelativePath(Repository.Helpdesk, file) is var name && !name.StartsWith("checkpoints", StringComparison.Ordinal))
                folder.Write(Path.Combine("helpdesk", name), File.ReadAllBytes(file));
    }

    private static async Task<CliResult> CliAsync(params string[] arguments)
    {
        var result = await CliProcess.RunAsync(arguments);
        Assert.That(result.ExitCode, Is.Zero, $"{string.Join(' ', arguments)}\n{result.Output}\n{result.Error}");
        return result;
    }
}
