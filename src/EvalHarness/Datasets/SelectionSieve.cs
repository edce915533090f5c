using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Datasets;

/// <summary>Tells the rows of a selection from the others as they stream by, and says in the end what was asked for and is not there.</summary>
internal sealed class SelectionSieve(SampleSelection selection)
{
    private const int Suggestions = 3;

    private readonly HashSet<string> ids = [.. selection.Filter.Ids];
    private readonly HashSet<string> missing = [.. selection.Filter.Ids];
    private readonly HashSet<string> askedTags = [.. selection.Filter.Tags.Select(t => t.Split('=')[0])];
    private readonly List<string> otherIds = [];
    private readonly SortedSet<string> otherTags = new(StringComparer.Ordinal);
    private readonly SortedSet<string> otherSplits = new(StringComparer.Ordinal);
    private bool found;

    public bool Keeps(Sample sample)
    {
        if (selection.Split is not null && sample.Split != selection.Split)
        {
            otherSplits.Add(sample.Split);
            return false;
        }

        missing.Remove(sample.Id);
        string[] tags = [.. sample.Tags.Where(t => askedTags.Contains(t.Key)).Select(t => $"{t.Key}={t.Value}")];
        otherTags.UnionWith(tags);
        var isKept = (ids.Count == 0 || ids.Contains(sample.Id)) && selection.Filter.Tags.All(tags.Contains);
        found |= isKept;
        if (!isKept && ids.Count > 0)
            otherIds.Add(sample.Id);
        return isKept;
    }

    /// <summary>Nothing where every id that was asked for is there, and at least one row was kept.</summary>
    public InputProblem? Problem(string file) => (missing.Count, found) switch
    {
        (0, true) => null,
        (not 0, _) => NoSuchId(file, missing.Order(StringComparer.Ordinal).First()),
        _ when otherTags.Count > 0 || selection.Filter.Tags.Count > 0 => NoSuchTag(file),
        _ when otherSplits.Count > 0 => new InputProblem(file, $"no sample is in split '{selection.Split}'", $"Splits in the file: {string.Join(", ", otherSplits)}."),
        _ => new InputProblem(file, "the file holds no sample", "Write one JSON object per line: docs/schemas/samples.schema.json."),
    };

    private InputProblem NoSuchId(string file, string first) => new(
        file,
        $"{(selection.Split is { } split ? $"split '{split}'" : "it")} has no sample '{first}'{(missing.Count > 1 ? $", nor {missing.Count - 1} more that were asked for" : "")}",
        otherIds.Count == 0 ? "Name another id." : $"The nearest of its other ids: {string.Join(", ", NearestName.Nearest(first, otherIds, Suggestions))}.");

    private InputProblem NoSuchTag(string file) => new(
        file,
        $"no sample that was asked for has {string.Join(" and ", selection.Filter.Tags)}",
        otherTags.Count == 0 ? "Samples have no such tag." : $"There are: {string.Join(", ", otherTags.Take(30))}.");
}
