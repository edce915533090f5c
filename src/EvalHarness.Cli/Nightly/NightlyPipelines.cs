using EvalHarness.Cli.Commands;
using EvalHarness.Gates;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Cli.Nightly;

/// <summary>Which pipeline of an experiment is watched, and which stands for what was promoted.</summary>
/// <param name="Champion">Absent when only the candidate is watched.</param>
internal sealed record NightlyPipelines(string Candidate, string? Champion)
{
    private const string None = "none";
    private const string CheckpointKind = "checkpoint:";

    /// <param name="candidate">As on the command line; else the policy's, else the only pipeline that is not the champion.</param>
    /// <param name="champion">As on the command line (<c>none</c>: there is none); else the policy's baseline, else the experiment's.</param>
    /// <exception cref="InputException">Nothing says which is meant.</exception>
    public static NightlyPipelines Of(IReadOnlyList<PipelineSpec> pipelines, string baseline, string? candidate, string? champion, Policy? policy)
    {
        var frozen = champion == None ? null : Named(champion ?? InThisRun(policy?.Baseline) ?? (pipelines.Count > 1 ? baseline : null), "--champion", pipelines);
        var watched = Named(candidate ?? policy?.Candidate, "--candidate", pipelines) ?? Only(pipelines, frozen);
        return watched != frozen ? new(watched, frozen) : throw new InputException(new InputProblem("--candidate", $"'{watched}' is the champion as well", "Name what production is tonight, and what was promoted; or --champion none."));
    }

    public bool Includes(PipelineSpec pipeline) => pipeline.Name == Candidate || pipeline.Name == Champion;

    // The gate may compare with another run's rows; the night asks the champion again.
    private static string? InThisRun(string? baseline) => baseline?.StartsWith("run:", StringComparison.Ordinal) == true ? null : baseline;

    private static string? Named(string? name, string option, IReadOnlyList<PipelineSpec> pipelines)
    {
        if (name?.StartsWith(CheckpointKind, StringComparison.Ordinal) != true)
            return name is null ? null : PipelineNames.Known(name, option, pipelines);
        var checkpoint = name[CheckpointKind.Length..];
        return pipelines.FirstOrDefault(p => (string?)p.Settings["model"]?["checkpoint"] == checkpoint)?.Name
            ?? throw new InputException(new InputProblem(option, $"no pipeline answers with checkpoint '{checkpoint}'", "Name a pipeline of the experiment."));
    }

    private static string Only(IReadOnlyList<PipelineSpec> pipelines, string? champion) =>
        pipelines.Where(p => p.Name != champion).Select(p => p.Name).ToList() is [var only]
            ? only
            : throw new InputException(new InputProblem("--candidate", "nothing says which pipeline is watched", $"Name one: {string.Join(", ", pipelines.Select(p => p.Name))}."));
}
