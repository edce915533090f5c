using System.Text.RegularExpressions;

namespace EvalHarness.Tests.Packaging;

/// <summary>One instruction of a Dockerfile, its continued lines joined.</summary>
/// <param name="Words">What follows the name, separated by blanks.</param>
internal sealed partial record DockerInstruction(string Name, IReadOnlyList<string> Words)
{
    public string Text => string.Join(' ', Words);

    public static IReadOnlyList<DockerInstruction> Read(string text) =>
    [
        .. Continuation().Replace(Comment().Replace(text, ""), " ").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => new DockerInstruction(words[0], words[1..])),
    ];

    [GeneratedRegex(@"^\s*#.*\n", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\\\n")]
    private static partial Regex Continuation();
}
