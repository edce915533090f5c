using EvalHarness.Comparisons;
using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Cli.Gating;

/// <summary>Two runs on the same samples: what the newer one's pipelines are against the older one's.</summary>
internal sealed class RunPair(RunReport newer, RunReport older)
{
    /// <param name="baseline">One pipeline of the older run for all; absent: the one of the same name for each.</param>
    /// <exception cref="InputException">The runs rest on unlike data or definitions, or share no pipeline.</exception>
    public IReadOnlyList<PairedComparison> Compare(string? baseline)
    {
        DemandSameData();
        PairedComparer comparer = new(newer.Manifest.Options.Seed);
        if (baseline is not null)
            return comparer.Compare(newer.Scores, newer.Scores.Pipelines, older.Scores, Known(baseline));
        string[] shared = [.. newer.Scores.Pipelines.Intersect(older.Scores.Pipelines)];
        return shared.Length > 0
            ? [.. shared.SelectMany(name => comparer.Compare(newer.Scores, [name], older.Scores, name)).OrderBy(c => c.Slice != Slice.All)]
            : throw new InputException(new InputProblem(older.Manifest.Id, "the two runs share no pipeline's name", $"Name one of its pipelines with --baseline: {string.Join(", ", older.Scores.Pipelines)}."));
    }

    /// <exception cref="InputException">The runs rest on unlike data.</exception>
    public void DemandSameData()
    {
        var (one, other) = (newer.Manifest.Dataset, older.Manifest.Dataset);
        if (one.Hash != other.Hash || one.Split != other.Split)
            throw new InputException(new InputProblem(
                older.Manifest.Id,
                $"it rests on other data ({Path.GetFileName(other.File)}, {ContentHash.Short(other.Hash)}, {other.Split}) than {newer.Manifest.Id} ({Path.GetFileName(one.File)}, {ContentHash.Short(one.Hash)}, {one.Split})",
                "Run it again on these data; where only gold labels were mended, evalharness score is enough."));
        var places = older.Scores.Samples.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var missing = newer.Scores.Samples.Count(s => !places.Contains(s.Id)) + older.Scores.Samples.Count - newer.Scores.Samples.Count(s => places.Contains(s.Id));
        if (missing > 0)
            throw new InputException(new InputProblem(older.Manifest.Id, $"{missing} samples are in one of the two runs only", "Run both with the same rows: the same --limit and --filter, or none."));
    }

    private string Known(string name) => older.Scores.Pipelines.Contains(name)
        ? name
        : throw new InputException(new InputProblem("--baseline", $"run {older.Manifest.Id} has no pipeline '{name}'", $"{NearestName.Question(name, older.Scores.Pipelines)}There are: {string.Join(", ", older.Scores.Pipelines)}."));
}
