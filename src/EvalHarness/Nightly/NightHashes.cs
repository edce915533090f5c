using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Nightly;

/// <summary>All that can move a figure, by name.</summary>
public static class NightHashes
{
    /// <param name="dataset">Of the dataset itself: a night's choice of rows is not a change of it.</param>
    /// <param name="experiment">Of the experiment without what the night overrides.</param>
    /// <param name="served">The models that said they answered, by pipeline.</param>
    public static IReadOnlyDictionary<string, string> Of(RunManifest manifest, string dataset, string experiment, string candidate, string? champion, IReadOnlyDictionary<string, string> served)
    {
        SortedDictionary<string, string> hashes = new(manifest.Hashes.ToDictionary(h => h.Key, h => h.Value), StringComparer.Ordinal)
        {
            ["dataset"] = dataset,
            ["experiment"] = experiment,
            ["harness"] = manifest.Environment.Harness,
        };
        foreach (var (side, name) in new[] { (SeriesJudge.CandidateSide, candidate), (SeriesJudge.ChampionSide, champion) })
            if (manifest.Pipelines.FirstOrDefault(p => p.Name == name) is { } pipeline)
                Add(hashes, side, pipeline, served.GetValueOrDefault(pipeline.Name));
        return hashes;
    }

    private static void Add(SortedDictionary<string, string> hashes, string side, PipelineSpec pipeline, string? served)
    {
        hashes[$"{side}/pipeline"] = pipeline.Name;
        hashes[$"{side}/settings"] = ContentHash.Of(pipeline.Settings.ToJsonString());
        foreach (var (what, hash) in pipeline.ContentHashes)
            hashes[$"{side}/{what}"] = hash;
        if (served is not null)
            hashes[$"{side}/served-model"] = served;
    }
}
