using System.CommandLine;
using EvalHarness.Cli.Completing;
using EvalHarness.Cli.Terminal;

namespace EvalHarness.Cli.Commands;

/// <summary>Prints what makes a shell complete verbs, options, runs and pipelines.</summary>
internal sealed class CompletionCommand(TerminalOutput terminal)
{
    private readonly Argument<string> shell = new("shell") { Description = "The shell that completes." };

    public Command Build()
    {
        shell.AcceptOnlyFromAmong([.. CompletionScript.Shells]);
        var verb = new Verb(
            "completion",
            "Print the script that lets a shell complete verbs, options, runs and pipelines; its first lines say where to put it.",
            "evalharness completion bash",
            "evalharness completion pwsh") { shell };
        verb.SetAction(parsed =>
        {
            terminal.Line(CompletionScript.Of(parsed.GetRequiredValue(shell)).TrimEnd('\n'));
            return ExitCode.Done;
        });
        return verb;
    }
}
