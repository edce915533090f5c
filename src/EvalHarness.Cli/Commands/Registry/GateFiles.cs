using EvalHarness.Gates;
using EvalHarness.Inputs;
using EvalHarness.Promotions;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Finds verdicts: by run or by file.</summary>
internal static class GateFiles
{
    /// <param name="named">A run's id or folder, or a gate.json.</param>
    /// <param name="parent">The folder of runs.</param>
    /// <exception cref="InputException">There is no verdict.</exception>
    public static GateEvidence Find(string named, string parent)
    {
        string[] places = [named, Path.Combine(named, GateFile.Name), Path.Combine(parent, named, GateFile.Name)];
        return GateEvidence.Read(places.FirstOrDefault(File.Exists) ?? throw new InputException(new InputProblem("--gate", $"there is no verdict for '{named}'", $"Give the id of a run below '{parent}' that evalharness gate has judged, its folder, or a gate.json.")));
    }

    /// <summary>Every gate.json of the runs below a folder, by name.</summary>
    public static IReadOnlyList<string> Below(string parent) => Directory.Exists(parent)
        ? [.. Directory.EnumerateDirectories(parent).Select(d => Path.Combine(d, GateFile.Name)).Where(File.Exists).Order(StringComparer.Ordinal)]
        : [];
}
