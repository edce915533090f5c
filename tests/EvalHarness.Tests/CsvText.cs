using System.Text;

namespace EvalHarness.Tests;

/// <summary>A CSV reader of the tests' own, so that what is written is checked by other code than wrote it.</summary>
internal static class CsvText
{
    /// <summary>A file's lines by its header.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        var lines = Read(File.ReadAllText(file));
        return [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(c => c.First, c => c.Second))];
    }

    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        List<IReadOnlyList<string>> lines = [];
        List<string> line = [];
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is ',' or '\n')
                EndCell(c == '\n');
            else
                cell.Append(c);
        }

        return lines;

        void EndCell(bool endsLine)
        {
            line.Add(cell.ToString());
            cell.Clear();
            if (!endsLine)
                return;
            lines.Add(line);
            line = [];
        }
    }
}
