using EvalHarness.Gates;
using EvalHarness.Inputs;
using EvalHarness.Promotions;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Looks again at the policy of a verdict.</summary>
internal static class StandingPolicyFile
{
    /// <param name="named">As the command line has it; absent: <c>gate.yaml</c> beside the experiment of the judged run.</param>
    public static StandingPolicy Find(string? named, GateEvidence gate, IReadOnlyList<string> parents)
    {
        var file = named ?? Path.Combine(ExperimentFolder(gate.Judged.Run, parents), "gate.yaml");
        try
        {
            return new StandingPolicy(file, PolicyReader.Read(file).Hash, null);
        }
        catch (InputException exception)
        {
            return new StandingPolicy(file, null, exception.Problems[0].Found);
        }
    }

    private static string ExperimentFolder(string run, IReadOnlyList<string> parents)
    {
        try
        {
            return Path.GetDirectoryName(RunFolder.Find(run, parents[0]).ReadManifest().ExperimentFile) ?? ".";
        }
        catch (InputException)
        {
            // That the run is gone is said by who looks at the run.
            return ".";
        }
    }
}
