using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Rows;

/// <summary>Picks rows whose columns have given values.</summary>
public sealed class RowFilter
{
    private const int MaxKept = 20;

    private readonly List<(ColumnPath Path, string Value, SortedSet<string> Others)> conditions;
    private readonly string where;

    /// <param name="values">Column or path → value; numbers and yes/no as JSON writes them.</param>
    /// <param name="where">Who named them, for messages.</param>
    public RowFilter(IReadOnlyDictionary<string, string> values, string where)
    {
        this.where = where;
        conditions = [.. values.Select(v => (new ColumnPath(v.Key, where), v.Value, new SortedSet<string>(StringComparer.Ordinal)))];
    }

    public static IReadOnlyDictionary<string, string> Values(JsonObject? where) =>
        where?.ToDictionary(p => p.Key, p => CellText.Of(JsonSerializer.SerializeToElement(p.Value)), StringComparer.Ordinal) ?? [];

    public bool Includes(Row row)
    {
        var all = true;
        foreach (var (path, value, others) in conditions)
        {
            var found = path.Find(row.Values).Select(CellText.Of).ToList();
            if (found.Contains(value, StringComparer.Ordinal))
                continue;
            all = false;
            if (others.Count < MaxKept)
                others.UnionWith(found);
        }

        return all;
    }

    /// <summary>Says that no row was picked, and what the columns hold instead.</summary>
    public InputProblem Nothing(string file) => conditions.Count == 0
        ? new InputProblem(file, "the file holds no row", "Check that it is the right file.")
        : new InputProblem(
            where,
            $"no row of {file} has {string.Join(" and ", conditions.Select(c => $"{c.Path.Text} = '{c.Value}'"))}",
            string.Join(" ", conditions.Select(c => c.Others.Count == 0 ? $"No row has a column '{c.Path.Text}'." : $"In {c.Path.Text} stand: {string.Join(", ", c.Others.Take(MaxKept).Select(CellText.Start))}.")));
}
