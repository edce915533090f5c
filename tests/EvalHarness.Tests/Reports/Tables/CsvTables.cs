using EvalHarness.Reports.Csv;
using EvalHarness.Reports.Tables;

namespace EvalHarness.Tests.Reports.Tables;

internal static class CsvTables
{
    public static TableTarget In(TemporaryFolder folder) => new(folder.FullPath, new CsvFormat());
}
