using System.Text;
using EvalHarness.Experiments.Remedies;

namespace EvalHarness.Reports.Remedies;

/// <summary>Remedies as files beside a run's reports: <c>remedy.csv</c> and <c>remedy.md</c>.</summary>
public static class RemedyWriter
{
    /// <param name="folder">The run's; it exists.</param>
    public static async Task WriteAsync(RemedyResult result, string folder, CancellationToken cancellationToken)
    {
        await RemedyCsv.WriteAsync(result, folder, cancellationToken);
        var text = Encoding.UTF8.GetBytes(RemedyMarkdown.Text(result));
        await WholeFile.WriteAsync(Path.Combine(folder, "remedy.md"), stream => stream.WriteAsync(text, cancellationToken).AsTask());
    }
}
