using System.CommandLine;
using EvalHarness.Cli.Terminal;
using EvalHarness.Schemas;

namespace EvalHarness.Cli.Commands;

/// <summary>Says what is wrong with a command line, what may have been meant, and where help is.</summary>
internal static class BadArguments
{
    public static int Report(ParseResult parsed, TerminalOutput terminal)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Subcommands.Select(c => c.Name).Concat(command.Options.Select(o => o.Name)).ToList();
        // A mistyped verb is also a missing one: once is enough.
        var problems = parsed.UnmatchedTokens.Count > 0 && command is RootCommand
            ? parsed.UnmatchedTokens.Take(1).Select(t => $"there is no verb '{t}'.")
            : parsed.Errors.Select(e => e.Message);
        foreach (var problem in problems)
            terminal.Error($"command line: {problem}");
        var meant = string.Concat(parsed.UnmatchedTokens.Select(t => NearestName.Question(t, known)));
        terminal.Error($"{meant}See: evalharness {string.Concat(Verbs(command).Reverse().Select(v => v + " "))}--help");
        return ExitCode.Invalid;
    }

    private static IEnumerable<string> Verbs(Command command)
    {
        for (Symbol? symbol = command; symbol is Command and not RootCommand; symbol = symbol.Parents.FirstOrDefault())
            yield return symbol.Name;
    }
}
