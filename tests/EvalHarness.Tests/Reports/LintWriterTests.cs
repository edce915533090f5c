using EvalHarness.Reports;
using EvalHarness.Reports.Html;
using EvalHarness.Reports.Markdown;
using EvalHarness.TrainingData;

namespace EvalHarness.Tests.Reports;

public class LintWriterTests
{
    private static readonly LintResult Result = new()
    {
        Training = new LintedFile("train.jsonl", new string('a', 64), 20),
        Dataset = new LintedFile("samples.jsonl", new string('b', 64), 10),
        Split = "test",
        Rules = [.. LintRules.All.Select(r => new RuleResult(r.Id, r.IsLeak, r.Id == "stale-fact" ? "no older corpus was given" : null, r.Id == "leak-exact" ? 2 : 0, 0, 0, r.Id == "leak-exact" ? 1 : 0))],
        Errors = 2,
        Warnings = 0,
        Infos = 0,
        Leaks = 2,
        Findings = [new LintFinding("leak-exact", LintSeverity.Error, "train.jsonl:3", "=1+1 <script>alert(1)</script> | \"x\"", "Remove it.", "g1", 0.5)],
        Given = [new ArmGiven("rag", null, 0, "declared", 7, null, null, null, null)],
    };

    [Test]
    public async Task All_four_files_are_written()
    {
        using var folder = new TemporaryFolder();

        await LintWriter.WriteAsync(Result, folder["lint"], default);

        Assert.That(Directory.GetFiles(folder["lint"]).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal), Is.EqualTo(new[] { "lint.csv", "lint.html", "lint.json", "lint.md" }));
        Assert.That(LintResultFile.Read(folder["lint/lint.json"]).Leaks, Is.EqualTo(2));
    }

    [Test]
    public async Task A_line_of_the_csv_is_a_finding_and_no_formula()
    {
        using var folder = new TemporaryFolder();

        await LintWriter.WriteAsync(Result, folder.FullPath, default);

        Assert.That(folder.Text("lint.csv"), Is.EqualTo(
            """"
            rule,severity,where,sample_id,similarity,found,mend
            leak-exact,error,train.jsonl:3,g1,0.5,"'=1+1 <script>alert(1)</script> | ""x""",Remove it.

            """"));
    }

    [Test]
    public void The_section_for_a_pull_request_says_the_verdict_first_and_shows_data_as_text()
    {
        var text = LintMarkdown.Text(Result);

        Assert.That(text, Does.StartWith("## Training data\n\n**ERRORS: 2 errors, 0 warnings, 0 for information. 2 leaks: a checkpoint trained on this file cannot be promoted.**\n"));
        Assert.That(text, Does.Contain("| leak-exact | 2 | 0 | 0 |").And.Contain("Not checked, because no older corpus was given: stale-fact.").And.Contain("| rag | 0 (declared) | 7 | unknown | – | unknown |"));
        Assert.That(text, Does.Not.Contain("<script>"));
    }

    [Test]
    public void The_page_runs_nothing_and_shows_data_as_text()
    {
        var page = LintPage.Of(Result);

        Assert.That(page, Does.Contain("default-src 'none'").And.Contain("&lt;script&gt;").And.Contain("And 1 more."));
        Assert.That(page, Does.Not.Contain("<script"));
    }
}
