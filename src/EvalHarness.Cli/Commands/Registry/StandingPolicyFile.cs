using System.Text.Json.Nodes;
using EvalHarness.Gates;
using EvalHarness.Inputs;
using EvalHarness.Promotions;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Looks again at the policy of a verdict.</summary>
internal static class StandingPolicyFile
{
    private const string Usual = "gate.yaml";

    /// <param name="named">As the command line has it; absent: the one that the judged run's experiment names, else <c>gate.yaml</c> beside it.</param>
    /// <param name="parents">Folders of runs.</param>
    public static StandingPolicy Find(string? named, GateEvidence gate, IReadOnlyList<string> parents)
    {
        var file = named ?? Usual;
        try
        {
            file = named ?? PolicyOf(RunFolder.Find(gate.Judged.Run, parents[0]).ReadManifest().ExperimentFile);
            return new StandingPolicy(file, PolicyReader.Read(file).Hash, null);
        }
        catch (InputException exception)
        {
            return new StandingPolicy(file, null, exception.Problems[0].Found);
        }
    }

    private static string PolicyOf(string experiment)
    {
        var named = (YamlFile.Read(experiment).Root as JsonObject)?["policy"] is JsonValue value && value.TryGetValue(out string? policy) ? policy : Usual;
        return Path.GetFullPath(named, Path.GetDirectoryName(experiment)!);
    }
}
