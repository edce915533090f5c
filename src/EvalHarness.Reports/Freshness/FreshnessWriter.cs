using System.Text;
using EvalHarness.Experiments.Freshness;

namespace EvalHarness.Reports.Freshness;

/// <summary>Measured lags as files: <c>freshness.csv</c>, <c>freshness-probes.csv</c> and <c>freshness.md</c>.</summary>
public static class FreshnessWriter
{
    /// <param name="folder">Made where it is not there.</param>
    public static async Task WriteAsync(FreshnessResult result, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await FreshnessCsv.WriteAsync(result, folder, cancellationToken);
        var text = Encoding.UTF8.GetBytes(FreshnessMarkdown.Text(result));
        await WholeFile.WriteAsync(Path.Combine(folder, "freshness.md"), stream => stream.WriteAsync(text, cancellationToken).AsTask());
    }
}
