using System.Text;

namespace EvalHarness.Reports.Markdown;

/// <summary>Writes <c>summary.md</c>, at most sixty lines: for a pull request or a chat.</summary>
public sealed class SummaryMarkdownWriter : IReportWriter
{
    public async Task WriteAsync(RunReport report, string folder, CancellationToken cancellationToken)
    {
        var text = string.Join('\n', new SummaryMarkdown(report).Lines()) + "\n";
        await WholeFile.WriteAsync(Path.Combine(folder, "summary.md"), stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask());
    }
}
