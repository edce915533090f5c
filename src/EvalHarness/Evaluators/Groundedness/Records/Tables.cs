using EvalHarness.Datasets;

namespace EvalHarness.Evaluators.Groundedness.Records;

/// <summary>Rows of tables in a text, with bars or commas between cells: the first row names the columns.</summary>
internal sealed class Tables
{
    private const int LeastCells = 3;
    private const int LeastRows = 3;

    private readonly PreparedEvidence evidence;
    private readonly int[] headers;

    public Tables(PreparedEvidence evidence)
    {
        this.evidence = evidence;
        headers = new int[evidence.Sentences.Count];
        Array.Fill(headers, -1);
        for (var first = 0; first < headers.Length;)
        {
            var (mark, cells, end) = (Mark(first), 0, first + 1);
            if (mark is { } m && (cells = Cells(first, m)) >= LeastCells)
            {
                while (end < headers.Length && Cells(end, m) == cells)
                    end++;
                if (end - first >= LeastRows || (m == '|' && end - first > 1))
                    Array.Fill(headers, first, first + 1, end - first - 1);
            }

            first = end;
        }
    }

    /// <summary>The row that names the columns; absent when the sentence is no row below one.</summary>
    public int? HeaderOf(int sentence) => headers[sentence] >= 0 ? headers[sentence] : null;

    /// <summary>The words of the header above a word of a row.</summary>
    public (int First, int End)? ColumnAt(int sentence, int word)
    {
        if (HeaderOf(sentence) is not { } header || Mark(header) is not { } mark)
            return null;
        var (column, span) = (Count(evidence.Spans[sentence].Start, evidence.Words[word].Start, mark), evidence.Spans[header]);
        var (first, end) = evidence.Sentences[header];
        while (first < end && Count(span.Start, evidence.Words[first].Start, mark) < column)
            first++;
        var last = first;
        while (last < end && Count(span.Start, evidence.Words[last].Start, mark) == column)
            last++;
        return (first, last);
    }

    private char? Mark(int sentence)
    {
        if (evidence.Fields[sentence])
            return null;
        var text = Line(sentence);
        return text.Contains('|') ? '|' : text.Contains(',') ? ',' : null;
    }

    /// <summary>None of a line that ends like prose.</summary>
    private int Cells(int sentence, char mark)
    {
        var end = evidence.Spans[sentence].End;
        return evidence.Fields[sentence] || (end < evidence.Text.Length && evidence.Text[end] is not ('\n' or '\r' or ' ' or '|')) ? 0 : Line(sentence).Count(mark) + 1;
    }

    private int Count(int start, int end, char mark) => evidence.Text.AsSpan(start, Math.Max(0, end - start)).Count(mark);

    private ReadOnlySpan<char> Line(int sentence)
    {
        TextSpan span = evidence.Spans[sentence];
        return evidence.Text.AsSpan(span.Start, span.End - span.Start);
    }
}
