using EvalHarness.Cli.Gating;
using EvalHarness.Cli.Terminal;
using EvalHarness.Runs;
using EvalHarness.Server;

namespace EvalHarness.Cli.Serving;

/// <summary>Compares two runs as <c>compare</c> does, and writes nothing.</summary>
/// <param name="parent">The folder of runs.</param>
internal sealed class ServedComparison(string parent, TerminalOutput terminal, TimeProvider time) : IRunComparison
{
    public async Task<(RunReport Report, RunReport Older)> CompareAsync(RunFolder newer, RunFolder older, CancellationToken cancellationToken)
    {
        await using var now = await RecordedScores.LookAsync(newer, parent, terminal, time, cancellationToken);
        await using var before = await RecordedScores.LookAsync(older, parent, terminal, time, cancellationToken);
        return (now.Report with { Comparisons = new RunPair(now.Report, before.Report).Compare(baseline: null) }, before.Report);
    }
}
