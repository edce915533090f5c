using System.CommandLine;

namespace EvalHarness.Cli.Commands;

/// <summary>A command as it was typed, for records that are passed on.</summary>
internal static class TypedCommand
{
    public static string Of(ParseResult parsed) =>
        $"evalharness {string.Join(' ', parsed.Tokens.Select(t => Shared(t.Value)))}";

    // Where the folder of the command stands on this machine is nobody's business.
    private static string Shared(string word)
    {
        var here = Environment.CurrentDirectory + Path.DirectorySeparatorChar;
        var shown = word.StartsWith(here, StringComparison.Ordinal) ? word[here.Length..] : word;
        return shown.Contains(' ', StringComparison.Ordinal) ? $"\"{shown}\"" : shown;
    }
}
