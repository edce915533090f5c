using System.Runtime.CompilerServices;
using EvalHarness.Runs;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>Rows as they are read side by side.</summary>
public static class SampleRows
{
    /// <summary>Rows that follow each other and are of one sample, together.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<ResultRow>> BySampleAsync(
        this IAsyncEnumerable<ResultRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var together = new List<ResultRow>();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (together.Count > 0 && together[0].Sample.Id != row.Sample.Id)
            {
                yield return together;
                together = [];
            }

            together.Add(row);
        }

        if (together.Count > 0)
            yield return together;
    }
}
