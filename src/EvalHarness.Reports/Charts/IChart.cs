namespace EvalHarness.Reports.Charts;

/// <summary>One chart of the report.</summary>
internal interface IChart
{
    /// <summary>The file's name without its ending.</summary>
    string Name { get; }

    /// <summary>Absent when the report has nothing to show in it.</summary>
    Sheet? Draw(RunReport report);
}
