using EvalHarness.Experiments.Remedies;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Remedying;

/// <summary>Remedies as the command line asks for them.</summary>
/// <param name="Run">Whose rows failed.</param>
/// <param name="Parent">The folder of runs: replies and indexes are kept below it.</param>
/// <param name="Overrides">Of the experiment, beside those of the run.</param>
/// <param name="Pipelines">All of the run's when empty.</param>
/// <param name="Faults">Those that remedies are tried for.</param>
/// <param name="Controls">As many as failed when absent.</param>
/// <param name="MostRows">All when absent.</param>
/// <param name="AlwaysNew">Whether everything is asked anew.</param>
/// <param name="MayPay">Whether the user agreed to what it costs.</param>
/// <param name="Command">As it was typed.</param>
internal sealed record RemedySettings(
    RunFolder Run,
    string Parent,
    IReadOnlyList<string> Overrides,
    IReadOnlyList<string> Pipelines,
    IReadOnlyList<Fault> Faults,
    int? Controls,
    int? MostRows,
    bool AlwaysNew,
    bool MayPay,
    bool AllowsPlugins,
    string Format,
    string Command)
{
    /// <summary>The folder of the trials' runs.</summary>
    public string Trials => Path.Combine(Run.FullPath, "remedy");
}
