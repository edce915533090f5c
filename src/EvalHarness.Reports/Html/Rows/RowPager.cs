namespace EvalHarness.Reports.Html.Rows;

/// <summary>Puts a report's rows into the page while they fit, else into script files that the page loads on demand.</summary>
/// <param name="limitBytes">Of row data in the page.</param>
internal sealed class RowPager(RunReport report, IReadOnlyList<string> slices, long limitBytes)
{
    /// <summary>Small enough to load at once, large enough that neighbours share their passages.</summary>
    private const long FileBytes = 1_000_000;

    private readonly RowIndexer indexer = new(report, slices);

    /// <summary>Rows are read again when they do not fit: nothing beyond the limit is held in memory.</summary>
    public async Task<PagedRows> PageAsync(string folder, CancellationToken cancellationToken)
    {
        new RowFiles(folder).Clear();
        return await InlineAsync(cancellationToken) ?? await FilesAsync(folder, cancellationToken);
    }

    /// <summary>All rows into files, however few they are.</summary>
    public Task<PagedRows> FilesAsync(string folder, CancellationToken cancellationToken) => FiledAsync(new RowFiles(folder), cancellationToken);

    private async Task<PagedRows?> InlineAsync(CancellationToken cancellationToken)
    {
        var block = new RowBlock(report);
        var index = new List<RowIndexEntry>();
        await foreach (var rows in report.Rows(cancellationToken).BySampleAsync(cancellationToken))
        {
            index.Add(indexer.Index(rows, block: 0, block.Count));
            block.Add(rows);
            if (block.Bytes > limitBytes)
                return null;
        }

        return new PagedRows(index, block, Files: 0, LeftOut: 0);
    }

    private async Task<PagedRows> FiledAsync(RowFiles files, CancellationToken cancellationToken)
    {
        var block = new RowBlock(report);
        var index = new List<RowIndexEntry>();
        long listBytes = 0;
        await foreach (var rows in report.Rows(cancellationToken).BySampleAsync(cancellationToken))
        {
            var entry = indexer.Index(rows, files.Count, block.Count);
            listBytes += PageJson.Write(entry).Length;
            if (listBytes > Math.Max(limitBytes, FileBytes))
                break;
            index.Add(entry);
            block.Add(rows);
            if (block.Bytes > Math.Min(FileBytes, limitBytes))
                block = await NextAsync(files, block, cancellationToken);
        }

        if (block.Count > 0)
            await files.AddAsync(block, cancellationToken);
        return new PagedRows(index, Inline: null, files.Count, Math.Max(0, report.Manifest.Dataset.Samples - index.Count));
    }

    private async Task<RowBlock> NextAsync(RowFiles files, RowBlock full, CancellationToken cancellationToken)
    {
        await files.AddAsync(full, cancellationToken);
        return new RowBlock(report);
    }
}
