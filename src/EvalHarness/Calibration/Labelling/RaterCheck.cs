using EvalHarness.Inputs;

namespace EvalHarness.Calibration.Labelling;

/// <summary>Holds raters' files against the key: all that is wrong with them is said at once.</summary>
/// <param name="mayMiss">Whether a rater may have left rows out: one who only settles disagreements.</param>
public sealed class RaterCheck(LabelKey key, bool mayMiss)
{
    private const int Named = 5;
    private const int LongestShown = 60;

    private readonly ProblemList problems = new();
    private readonly HashSet<string> known = [.. key.Rows.Select(r => r.Id)];

    /// <param name="answers">What raters were shown, by id.</param>
    /// <returns>In the order of their names, so that the order of files changes nothing.</returns>
    /// <exception cref="InputException">Files are wrong: each problem with its place.</exception>
    public IReadOnlyList<Rater> Check(IReadOnlyList<RaterFile> files, IReadOnlyDictionary<string, string> answers)
    {
        foreach (var twice in files.GroupBy(f => f.Rater, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            problems.Add(twice.Last().File, $"'{twice.Key}' is the rater of {twice.First().File} too", "Give each rater's file a name of its own, in its rater column or its file name; a rater's work in two files goes into one.");
        List<Rater> raters = [.. files.Select(f => Check(f, answers)).OrderBy(r => r.Name, StringComparer.Ordinal)];
        problems.ThrowIfAny();
        return raters;
    }

    private Rater Check(RaterFile file, IReadOnlyDictionary<string, string> answers)
    {
        if (file.Export is { } export && export != key.Export)
            problems.Add(file.File, $"its labels are of the export {export}", $"The key is of {key.Export}: import the file beside its own {LabelKey.FileName}.");
        Dictionary<string, bool?> labels = new(StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var label in file.Labels)
            if (IsOfKey(label, seen, answers) && Value(label) is (true, var value))
                labels.Add(label.Id, value);
        if (!mayMiss)
            CheckComplete(file, seen);
        return new Rater(file.Rater, labels);
    }

    private bool IsOfKey(RaterLabel label, HashSet<string> seen, IReadOnlyDictionary<string, string> answers)
    {
        if (!known.Contains(label.Id))
            problems.Add(label.Where, $"there is no row '{label.Id}' in the export", "Ids are not to be changed: copy it from the exported sheet.");
        else if (!seen.Add(label.Id))
            problems.Add(label.Where, $"row '{label.Id}' stands in the file twice", "Keep one of them.");
        else if (label.Shown is { } shown && !IsSame(shown, answers[label.Id]))
            problems.Add(label.Where, $"the answer beside '{label.Id}' is not the one that was exported", "Columns may have been sorted apart from each other, or a cell was edited: put the exported texts back.");
        else
            return true;
        return false;
    }

    private (bool IsLabelled, bool? Value) Value(RaterLabel label)
    {
        switch (label.Label.Trim().ToLowerInvariant())
        {
            case "yes": return (true, true);
            case "no": return (true, false);
            case "unsure": return (true, null);
            case "" when mayMiss: return default;
            case "":
                problems.Add(label.Where, $"row '{label.Id}' has no label", "Write yes, no or unsure; --allow-missing reads the file as it is.");
                return default;
            default:
                problems.Add(label.Where, $"'{Cut(label.Label)}' is no label", "Write yes, no or unsure.");
                return default;
        }
    }

    private void CheckComplete(RaterFile file, HashSet<string> seen)
    {
        var missing = key.Rows.Select(r => r.Id).Where(id => !seen.Contains(id)).ToList();
        if (missing.Count > 0)
            problems.Add(file.File, $"{missing.Count} of {key.Rows.Count} rows are missing: {string.Join(", ", missing.Take(Named))}{(missing.Count > Named ? ", …" : "")}", "Add them; --allow-missing reads the file as it is.");
    }

    private static bool IsSame(string shown, string answer) => Plain(shown) == Plain(answer) || Plain(FormulaGuard.Undo(shown)) == Plain(answer);

    private static string Cut(string text) => text.Length > LongestShown ? text[..LongestShown] + "…" : text;

    // Spreadsheets write line breaks their own way, and trim.
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
