using System.Text;
using EvalHarness.Decisions;
using EvalHarness.Reports.Markdown;

namespace EvalHarness.Reports;

/// <summary>Writes a decision into the run's folder: <c>decision.md</c> beside every other report.</summary>
public static class DecisionWriter
{
    public static async Task WriteAsync(Decision decision, RunReport report, string folder, CancellationToken cancellationToken)
    {
        var text = DecisionMarkdown.Text(decision, report);
        await WholeFile.WriteAsync(Path.Combine(folder, "decision.md"), stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask());
        foreach (var writer in ReportWriters.All)
            await writer.WriteAsync(report, folder, cancellationToken);
    }
}
