using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;

namespace EvalHarness.Cli.Gating;

/// <summary>Runs an experiment for a self-test: what answering again changes is only seen by answering again.</summary>
/// <param name="parent">The folder of runs.</param>
internal sealed class SelfTestRun(string parent, TerminalOutput terminal, TimeProvider time)
{
    private static readonly string[] Options = ["--repeats", "2", "--no-cache"];

    /// <returns>The names, with the run that was made in place of an experiment file.</returns>
    /// <exception cref="InputException">The run came to no end.</exception>
    public async Task<string[]> MadeAsync(IReadOnlyList<string> named, CancellationToken cancellationToken)
    {
        List<string> runs = [];
        foreach (var name in named)
            runs.Add(MadeRun.IsExperiment(name) ? await MadeAsync(name, cancellationToken) : name);
        return [.. runs];
    }

    private async Task<string> MadeAsync(string experiment, CancellationToken cancellationToken)
    {
        var made = await new MadeRun(parent, terminal, time).MakeAsync(experiment, Options, "Mend what is said above, or make the run yourself (run --repeats 2) and name it here.", cancellationToken);
        terminal.Note($"self-test on {made}");
        return made;
    }
}
