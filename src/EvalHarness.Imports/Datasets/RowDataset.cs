using System.Runtime.CompilerServices;
using EvalHarness.Datasets;
using EvalHarness.Imports.Rows;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Datasets;

/// <summary>A dataset whose rows are its samples.</summary>
/// <param name="map">Where things stand unless the user says otherwise.</param>
/// <param name="rows">Reads the source; by its ending when absent.</param>
public sealed class RowDataset(string name, string description, RowMap map, Func<string, CancellationToken, IAsyncEnumerable<Row>>? rows = null) : IDatasetFormat
{
    public string Name => name;

    public string Description => description;

    public async IAsyncEnumerable<Sample> SamplesAsync(ImportRequest request, LeftOut leftOut, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapping = new SampleMapping(map, request, leftOut);
        var filter = new RowFilter(request.Where, "--where");
        var any = false;
        await foreach (var row in (rows ?? RowFile.ReadAsync)(request.Source, cancellationToken))
        {
            if (!filter.Includes(row))
                continue;
            any = true;
            if (mapping.Read(row) is not { } sample)
                continue;
            // Rows that we made ourselves have columns for everything there is.
            if (rows is null)
                mapping.NoteUnmapped(row);
            yield return sample;
        }

        if (!any)
            throw new InputException(filter.Nothing(request.Source));
    }
}
