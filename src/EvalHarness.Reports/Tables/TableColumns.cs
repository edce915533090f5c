using System.Text.Json;

namespace EvalHarness.Reports.Tables;

/// <summary>The columns of a file: each name stands beside what is written under it, whatever the file's format.</summary>
internal sealed class TableColumns<T>
{
    private readonly List<TableColumn<T>> columns = [];

    public IReadOnlyList<TableColumn<T>> All => columns;

    public TableColumns<T> Text(string name, Func<T, string?> value) => Add(name, typeof(string), (cells, row) => cells.Text(value(row)));

    public TableColumns<T> Number(string name, Func<T, double?> value) => Add(name, typeof(double), (cells, row) => cells.Number(value(row)));

    public TableColumns<T> Count(string name, Func<T, long?> value) => Add(name, typeof(long), (cells, row) => cells.Count(value(row)));

    /// <summary>Kebab-case: <c>not-applicable</c>.</summary>
    public TableColumns<T> Name<TEnum>(string name, Func<T, TEnum?> value)
        where TEnum : struct, Enum
    {
        var names = Enum.GetValues<TEnum>().ToDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));
        return Text(name, row => value(row) is { } present ? names[present] : null);
    }

    private TableColumns<T> Add(string name, Type type, Action<ICells, T> write)
    {
        columns.Add(new TableColumn<T>(name, type, write));
        return this;
    }
}
