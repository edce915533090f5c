using EvalHarness.Inputs;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Html.Model;

/// <summary>What a run was made from, for the foot of the page.</summary>
internal static class RunFacts
{
    public static IReadOnlyList<FactEntry> Of(RunReport report)
    {
        var manifest = report.Manifest;
        var environment = manifest.Environment;
        var commit = environment.GitCommit is { } hash ? hash + (environment.GitDirty == true ? " with uncommitted changes" : "") : "not in a repository";
        return
        [
            new("Made again by", manifest.Command),
            new("Run", manifest.Id),
            new("Dataset", $"{Path.GetFileName(manifest.Dataset.File)}, split {manifest.Dataset.Split}, {Figure.Count(manifest.Dataset.Samples)} samples, {Short(manifest.Dataset.Hash)}"),
            new("Corpus", report.Corpus is { } corpus ? $"{corpus.Name}, {Figure.Count(corpus.Documents.Count)} documents, {Short(corpus.Hash)}" : "none"),
            new("Answers per question", Figure.Count(manifest.Options.Repeats)),
            new("Baseline", manifest.Baseline),
            new("Commit", commit),
            new("Harness", $"{environment.Harness} on {environment.Runtime}, {environment.Os}, {environment.Cores} cores"),
            .. report.Prices.Select(p => new FactEntry("Prices", $"{p.File} of {p.Date}, {p.Source}, {Short(p.Hash)}")),
            .. manifest.Hashes.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => new FactEntry($"Hash of {h.Key}", Short(h.Value))),
        ];
    }

    private static string Short(string hash) => hash.Length > 12 ? ContentHash.Short(hash) : hash;
}
