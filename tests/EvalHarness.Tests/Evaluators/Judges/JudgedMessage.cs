using System.Text.RegularExpressions;

namespace EvalHarness.Tests.Evaluators.Judges;

/// <summary>A judge's user message, read by its grammar and by nothing else: the boundary, blocks of data, the task.</summary>
/// <exception cref="FormatException">A line stands where the grammar has none: data has got out of its block.</exception>
internal sealed partial record JudgedMessage(string Boundary, IReadOnlyList<(string Label, string Text)> Blocks, IReadOnlyList<string> Task)
{
    public string Block(string label) => Blocks.Single(b => b.Label == label).Text;

    public IReadOnlyList<string> Claims => [.. Blocks.Where(b => b.Label.StartsWith("CLAIM ", StringComparison.Ordinal)).Select(b => b.Label["CLAIM ".Length..])];

    public static JudgedMessage Read(string message)
    {
        var lines = message.Split('\n');
        var boundary = First().Match(lines[0]) is { Success: true } match ? match.Groups[1].Value : throw new FormatException($"no boundary: {lines[0]}");
        List<(string, string)> blocks = [];
        var line = 2;
        while (Begin().Match(lines[line]) is { Success: true } begin && begin.Groups[2].Value == boundary)
        {
            List<string> data = [];
            for (line++; lines[line] != $"=== END {begin.Groups[1].Value} {boundary} ==="; line++)
                data.Add(lines[line].StartsWith("| ", StringComparison.Ordinal) ? lines[line][2..] : throw new FormatException($"a line of data without its mark: {lines[line]}"));
            blocks.Add((begin.Groups[1].Value, string.Join('\n', data)));
            line += 2;
        }

        return new JudgedMessage(boundary, blocks, lines[line..]);
    }

    [GeneratedRegex("^The boundary of this message is ([0-9a-f]{16})\\.$")]
    private static partial Regex First();

    [GeneratedRegex("^=== BEGIN ([A-Z]+(?: [A-Z]+)?(?: [ec][0-9]+)?) ([0-9a-f]{16}) ===$")]
    private static partial Regex Begin();
}
