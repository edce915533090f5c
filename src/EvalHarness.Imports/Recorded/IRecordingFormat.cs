using EvalHarness.Imports.Rows;

namespace EvalHarness.Imports.Recorded;

/// <summary>What a tool calls things in the rows that it writes.</summary>
internal interface IRecordingFormat
{
    /// <summary>The value of <c>format:</c>.</summary>
    string Name { get; }

    /// <summary>Whether a question that comes again is its next repetition; else it is a mistake.</summary>
    bool NumbersRepeats { get; }

    RowMap Map { get; }

    IAsyncEnumerable<Row> RowsAsync(string file, CancellationToken cancellationToken);
}
