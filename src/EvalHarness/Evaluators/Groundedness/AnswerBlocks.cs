using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Tells an answer's prose from its Markdown tables and fenced code; headings and footnotes, which claim nothing, are left out.</summary>
internal static class AnswerBlocks
{
    public static IReadOnlyList<AnswerBlock> Read(string answer)
    {
        var (blocks, prose) = (new List<AnswerBlock>(), new List<string>());
        var lines = answer.Split('\n');
        for (var line = 0; line < lines.Length;)
        {
            var end = BlockEnd(lines, line, out var kind);
            if (kind == BlockKind.Prose && !IsHeading(lines[line]) && !IsFootnote(lines[line]))
                prose.Add(lines[line]);
            if (kind != BlockKind.Prose)
            {
                var lead = kind == BlockKind.Code ? TakeLeadIn(prose) : [];
                AddProse(blocks, prose);
                blocks.Add(new AnswerBlock(kind, string.Join('\n', [.. lead, .. Inside(lines[line..end], kind)]).Trim()));
            }

            line = end;
        }

        AddProse(blocks, prose);
        return blocks;
    }

    private static int BlockEnd(string[] lines, int line, out BlockKind kind)
    {
        kind = IsFence(lines[line]) ? BlockKind.Code : line + 1 < lines.Length && MarkdownTable.Begins(lines[line], lines[line + 1]) ? BlockKind.Table : BlockKind.Prose;
        var end = line + 1;
        if (kind == BlockKind.Code)
        {
            while (end < lines.Length && !IsFence(lines[end]))
                end++;
            return Math.Min(end + 1, lines.Length);
        }

        while (kind == BlockKind.Table && end < lines.Length && MarkdownTable.IsRow(lines[end]))
            end++;
        return end;
    }

    private static IEnumerable<string> Inside(string[] lines, BlockKind kind) => kind == BlockKind.Code ? lines.Where(line => !IsFence(line)) : lines;

    /// <summary>The sentence <c>Run this:</c> right before code says what the code is for.</summary>
    private static string[] TakeLeadIn(List<string> prose)
    {
        var last = prose.FindLastIndex(line => !string.IsNullOrWhiteSpace(line));
        if (last < 0 || !prose[last].TrimEnd().EndsWith(':'))
            return [];
        var line = prose[last];
        var lead = SentenceSplitter.Split(line)[^1];
        prose.RemoveRange(last, prose.Count - last);
        prose.Add(line[..lead.Start]);
        return [ClaimSplitter.Clean(line[lead.Start..lead.End])];
    }

    private static void AddProse(List<AnswerBlock> blocks, List<string> prose)
    {
        if (prose.Count > 0)
            blocks.Add(new AnswerBlock(BlockKind.Prose, string.Join('\n', prose)));
        prose.Clear();
    }

    private static bool IsFence(string line) => line.AsSpan().TrimStart() is var text && (text.StartsWith("```", StringComparison.Ordinal) || text.StartsWith("~~~", StringComparison.Ordinal));

    private static bool IsHeading(string line) => line.AsSpan().TrimStart() is ['#', .. var rest] && rest.TrimStart('#') is [' ', ..];

    /// <summary><c>[^1]: billing</c></summary>
    private static bool IsFootnote(string line) => line.StartsWith('[') && line.IndexOf("]: ", StringComparison.Ordinal) is > 1 and var end && !line.AsSpan(0, end).Contains(' ');
}
