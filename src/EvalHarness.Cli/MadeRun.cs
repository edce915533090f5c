using System.CommandLine;
using EvalHarness.Cli.Commands;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;

namespace EvalHarness.Cli;

/// <summary>Runs an experiment for another verb: what it prints is that verb's to say.</summary>
/// <param name="parent">The folder of runs.</param>
internal sealed class MadeRun(string parent, TerminalOutput terminal, TimeProvider time)
{
    public static bool IsExperiment(string name) => Path.GetExtension(name) is ".yaml" or ".yml";

    /// <param name="options">Of <c>run</c>.</param>
    /// <param name="mend">What to do where the run comes to no end.</param>
    /// <returns>The run's id.</returns>
    /// <exception cref="InputException">The run came to no end.</exception>
    public async Task<string> MakeAsync(string experiment, IReadOnlyList<string> options, string mend, CancellationToken cancellationToken)
    {
        var before = Folders();
        RootCommand root = [new RunCommand(terminal.WithoutResults(), time).Build()];
        var exitCode = await root.Parse(["run", experiment, .. options, "--new", "--out", parent]).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancellationToken);
        return exitCode == ExitCode.Done && Folders().Except(before).SingleOrDefault() is { } made
            ? made
            : throw new InputException(new InputProblem(experiment, "its run came to no end", mend));
    }

    private string[] Folders() => Directory.Exists(parent) ? [.. Directory.EnumerateDirectories(parent).Select(d => Path.GetFileName(d)!).Where(d => !d.StartsWith('.'))] : [];
}
