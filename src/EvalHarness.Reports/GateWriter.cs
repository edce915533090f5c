using System.Text;
using EvalHarness.Gates;
using EvalHarness.Reports.Html;
using EvalHarness.Reports.JUnit;
using EvalHarness.Reports.Markdown;

namespace EvalHarness.Reports;

/// <summary>Writes a verdict's evidence into the run's folder: <c>gate.json</c>, <c>junit.xml</c>, <c>gate.md</c>, and the page again with the verdict on top.</summary>
public static class GateWriter
{
    /// <param name="report">Of the run that the verdict is about.</param>
    public static async Task WriteAsync(GateResult result, RunReport report, string folder, CancellationToken cancellationToken)
    {
        await WriteAsync(folder, GateFile.Name, GateFile.Text(result), cancellationToken);
        await WriteAsync(folder, "junit.xml", GateJUnit.Text(result), cancellationToken);
        await WriteAsync(folder, "gate.md", GateMarkdown.Text(result), cancellationToken);
        await new HtmlReportWriter().WriteAsync(report with { Gate = result }, folder, cancellationToken);
    }

    private static Task WriteAsync(string folder, string name, string text, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(Path.Combine(folder, name), stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask());
}
