using System.Text.Json;
using EvalHarness.Inputs;

namespace EvalHarness.Runs;

/// <summary>A run's folder, <c>reports/&lt;id&gt;/</c>: its store, its manifest and, later, its reports.</summary>
public sealed record RunFolder(string FullPath)
{
    public string Id => Path.GetFileName(FullPath);

    public string Database => Path.Combine(FullPath, "run.db");

    public string ManifestFile => Path.Combine(FullPath, "run.json");

    /// <summary>Finds a run by its folder or, below <paramref name="parent"/>, by its id.</summary>
    public static RunFolder Find(string run, string parent)
    {
        return Places(run, parent).FirstOrDefault() is { } place
            ? new RunFolder(place)
            : throw new InputException(new InputProblem(run, "no run is there", $"Give the id of a run below '{parent}', or a run's folder (it holds run.json)."));
    }

    /// <summary>Whether <see cref="Find"/> would find one.</summary>
    public static bool IsRun(string run, string parent) => Places(run, parent).Any();

    private static IEnumerable<string> Places(string run, string parent) =>
        new[] { Path.GetFullPath(run), Path.Combine(Path.GetFullPath(parent), Path.GetFileName(run)) }.Where(p => File.Exists(Path.Combine(p, "run.json")));

    /// <summary>The newest unfinished run that was made from the same things, if there is one.</summary>
    public static RunFolder? FindUnfinished(string parent, string manifestHash) => MadeFrom(parent, manifestHash, m => m.FinishedAt is null);

    /// <summary>The newest run that was made from the same things, finished or not, if there is one.</summary>
    public static RunFolder? FindMadeFrom(string parent, string manifestHash) => MadeFrom(parent, manifestHash, _ => true);

    /// <exception cref="InputException">It is damaged, or of a version that this one cannot read.</exception>
    public RunManifest ReadManifest() =>
        TryReadManifest() ?? throw new InputException(new InputProblem(ManifestFile, "this is not a run's manifest, or one of another version", "Start a new run, or move this folder away."));

    private static RunFolder? MadeFrom(string parent, string manifestHash, Func<RunManifest, bool> isMeant) =>
        !Directory.Exists(parent)
            ? null
            : Directory.EnumerateDirectories(parent)
                .Select(path => new RunFolder(path))
                .Where(folder => File.Exists(folder.ManifestFile))
                .OrderByDescending(folder => folder.Id, StringComparer.Ordinal)
                .FirstOrDefault(folder => folder.TryReadManifest() is { } manifest && manifest.ManifestHash == manifestHash && isMeant(manifest));

    /// <summary>For whoever looks for a run: absent where the folder holds something else.</summary>
    public RunManifest? TryReadManifest()
    {
        try
        {
            return JsonSerializer.Deserialize<RunManifest>(File.ReadAllText(ManifestFile), RunJson.Indented);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Written beside and moved into place: a reader sees the old one or the new one, never half of one.</summary>
    public void WriteManifest(RunManifest manifest)
    {
        var text = JsonSerializer.Serialize(manifest, RunJson.Indented) + "\n";
        var beside = ManifestFile + ".new";
        File.WriteAllText(beside, text);
        File.Move(beside, ManifestFile, overwrite: true);
    }
}
