using EvalHarness.Runs;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>Rows that are loaded together, with the strings, passages and lists they refer to.</summary>
public sealed class RowBlock
{
    private readonly StringTable strings = new();
    private readonly SharedTable shared = new();
    private readonly PassageTable passages;
    private readonly RowPacker packer;
    private readonly List<string> entries = [];
    private long entryBytes;

    public RowBlock(RunReport report)
    {
        passages = new PassageTable(strings);
        packer = new RowPacker(report, strings, passages, shared);
    }

    public int Count => entries.Count;

    /// <summary>About what the block takes in the page.</summary>
    public long Bytes => entryBytes + strings.Bytes + shared.Bytes;

    /// <param name="rows">All rows of one sample.</param>
    public void Add(IReadOnlyList<ResultRow> rows)
    {
        var entry = PageJson.Write(packer.Pack(rows));
        entries.Add(entry);
        entryBytes += entry.Length + 1;
    }

    public string ToJson() =>
        $$"""{"strings":{{PageJson.Write(strings.Strings)}},"passages":{{PageJson.Write(passages.Passages)}},"shared":{{shared.ToJson()}},"rows":[{{string.Join(",\n", entries)}}]}""";
}
