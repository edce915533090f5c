using System.Text.Json;
using CsvHelper;

namespace EvalHarness.Reports.Csv;

/// <summary>The columns of a file: each name stands beside what is written under it.</summary>
/// <remarks>An absent value is an empty cell. Doubles are written in the shortest form that reads back as the same number.</remarks>
internal sealed class CsvColumns<T>
{
    private readonly List<(string Name, Action<CsvWriter, T> Write)> columns = [];

    public CsvColumns<T> Text(string name, Func<T, string?> value) => Add(name, (csv, row) => csv.WriteField(value(row)));

    public CsvColumns<T> Number(string name, Func<T, double?> value) => Add(name, (csv, row) => csv.WriteField(value(row)));

    public CsvColumns<T> Count(string name, Func<T, long?> value) => Add(name, (csv, row) => csv.WriteField(value(row)));

    /// <summary>Kebab-case: <c>not-applicable</c>.</summary>
    public CsvColumns<T> Name<TEnum>(string name, Func<T, TEnum?> value)
        where TEnum : struct, Enum
    {
        var names = Enum.GetValues<TEnum>().ToDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));
        return Text(name, row => value(row) is { } present ? names[present] : null);
    }

    public void WriteHeader(CsvWriter csv) => columns.ForEach(column => csv.WriteField(column.Name));

    public void WriteRow(CsvWriter csv, T row) => columns.ForEach(column => column.Write(csv, row));

    private CsvColumns<T> Add(string name, Action<CsvWriter, T> write)
    {
        columns.Add((name, write));
        return this;
    }
}
