using System.CommandLine;
using EvalHarness.Cli.Commands;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;

namespace EvalHarness.Cli.Gating;

/// <summary>Runs an experiment for a self-test: what answering again changes is only seen by answering again.</summary>
/// <param name="parent">The folder of runs.</param>
internal sealed class SelfTestRun(string parent, TerminalOutput terminal, TimeProvider time)
{
    private const string Repeats = "2";

    /// <returns>The names, with the run that was made in place of an experiment file.</returns>
    /// <exception cref="InputException">The run came to no end.</exception>
    public async Task<string[]> MadeAsync(IReadOnlyList<string> named, CancellationToken cancellationToken)
    {
        List<string> runs = [];
        foreach (var name in named)
            runs.Add(Path.GetExtension(name) is ".yaml" or ".yml" ? await MadeAsync(name, cancellationToken) : name);
        return [.. runs];
    }

    private async Task<string> MadeAsync(string experiment, CancellationToken cancellationToken)
    {
        var before = Folders();
        // Its table says nothing of the policy, and --format is the self-test's.
        TerminalOutput quiet = new(TextWriter.Null, Console.Error);
        RootCommand root = [new RunCommand(quiet, time).Build()];
        var exitCode = await root.Parse(["run", experiment, "--repeats", Repeats, "--no-cache", "--new", "--out", parent]).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancellationToken);
        var made = Folders().Except(before).SingleOrDefault();
        if (exitCode != ExitCode.Done || made is null)
            throw new InputException(new InputProblem(experiment, "the run for the self-test came to no end", "Mend what is said above, or make the run yourself (run --repeats 2) and name it here."));
        terminal.Note($"self-test on {made}");
        return made;
    }

    private string[] Folders() => Directory.Exists(parent) ? [.. Directory.EnumerateDirectories(parent).Select(d => Path.GetFileName(d)!).Where(d => !d.StartsWith('.'))] : [];
}
