using System.CommandLine;
using System.CommandLine.Completions;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Completing;

/// <summary>What may be typed that only files know. Where a file cannot be read, nothing is suggested.</summary>
internal static class Suggestions
{
    /// <summary>Ids of the runs below a folder, the newest first.</summary>
    public static void SuggestsRuns<T>(this Argument<T> run, Option<string> parent) => run.CompletionSources.Add(context => Runs(context.ParseResult.GetValue(parent)!));

    /// <summary>The pipelines of an experiment, after those that are typed already: <c>rag,</c> goes on with <c>rag,hybrid</c>.</summary>
    public static void SuggestsPipelines(this Option<string[]> pipelines, Argument<string> experiment) =>
        pipelines.CompletionSources.Add(context => Pipelines(context.ParseResult.GetValue(experiment), context.WordToComplete));

    private static IEnumerable<CompletionItem> Runs(string parent) => !Directory.Exists(parent)
        ? []
        : Directory.EnumerateDirectories(parent)
            .Select(path => new RunFolder(path))
            .Where(run => File.Exists(run.ManifestFile))
            .Select(run => new CompletionItem(run.Id))
            .OrderByDescending(item => item.Label, StringComparer.Ordinal);

    private static IEnumerable<CompletionItem> Pipelines(string? experiment, string typed)
    {
        var before = typed[..(typed.LastIndexOf(',') + 1)];
        return Names(experiment).Except(before.Split(',')).Select(name => new CompletionItem(before + name));
    }

    private static IEnumerable<string> Names(string? experiment)
    {
        try
        {
            return experiment is not null && YamlFile.Read(experiment).Root?["pipelines"]?.AsObject() is { } pipelines ? [.. pipelines.Select(p => p.Key)] : [];
        }
        catch (Exception exception) when (exception is InputException or InvalidOperationException)
        {
            return [];
        }
    }
}
