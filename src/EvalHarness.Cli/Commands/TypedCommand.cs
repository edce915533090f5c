using System.CommandLine;

namespace EvalHarness.Cli.Commands;

/// <summary>A command line as it was typed, for whoever wants to give it again.</summary>
internal static class TypedCommand
{
    public static string Of(ParseResult parsed) => $"evalharness {string.Join(' ', parsed.Tokens.Select(t => Shared(t.Value)))}";

    // Reports are passed on: where the folder of the command stands on this machine is nobody's business.
    private static string Shared(string word)
    {
        var here = Environment.CurrentDirectory + Path.DirectorySeparatorChar;
        var shown = word.StartsWith(here, StringComparison.Ordinal) ? word[here.Length..] : word;
        return shown.Contains(' ', StringComparison.Ordinal) ? $"\"{shown}\"" : shown;
    }
}
