using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>Demands that a recorded run's pipelines are what they were.</summary>
internal static class UnchangedPipelines
{
    /// <param name="why">What is said to whoever changed them.</param>
    /// <exception cref="InputException">Something that can change an answer has changed.</exception>
    public static void Demand(RunManifest manifest, Composition composition, string why)
    {
        var now = composition.ResolvedPipelines(p => manifest.Pipelines.Any(old => old.Name == p.Name)).ToDictionary(p => p.Name, p => p.Identity, StringComparer.Ordinal);
        var changed = manifest.Pipelines.Where(old => now.GetValueOrDefault(old.Name) != old.Identity).Select(old => old.Name).ToList();
        if (changed.Count > 0)
            throw new InputException(new InputProblem(manifest.Id, $"changed since the run: {string.Join(", ", changed)}", why));
    }
}
