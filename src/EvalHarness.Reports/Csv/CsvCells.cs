using CsvHelper;
using EvalHarness.Reports.Tables;

namespace EvalHarness.Reports.Csv;

/// <summary>The cells of a line. Doubles are written in the shortest form that reads back as the same number.</summary>
internal sealed class CsvCells(CsvWriter csv) : ICells
{
    public void Text(string? value) => csv.WriteField(value);

    public void Number(double? value) => csv.WriteField(value);

    public void Count(long? value) => csv.WriteField(value);
}
