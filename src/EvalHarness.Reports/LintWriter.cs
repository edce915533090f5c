using System.Text;
using EvalHarness.Reports.Csv;
using EvalHarness.Reports.Html;
using EvalHarness.Reports.Markdown;
using EvalHarness.TrainingData;

namespace EvalHarness.Reports;

/// <summary>What the linter found, as files: <c>lint.json</c>, <c>lint.csv</c>, <c>lint.md</c>, <c>lint.html</c>.</summary>
public static class LintWriter
{
    /// <summary>Makes the folder where there is none, and replaces the files in it.</summary>
    public static async Task WriteAsync(LintResult result, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await WriteAsync(folder, "lint.json", LintResultFile.Text(result), cancellationToken);
        await LintCsvWriter.WriteAsync(result, folder, cancellationToken);
        await WriteAsync(folder, "lint.md", LintMarkdown.Text(result), cancellationToken);
        await WriteAsync(folder, "lint.html", LintPage.Of(result), cancellationToken);
    }

    private static Task WriteAsync(string folder, string name, string text, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(Path.Combine(folder, name), stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask());
}
