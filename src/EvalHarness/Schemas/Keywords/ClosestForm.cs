namespace EvalHarness.Schemas.Keywords;

/// <summary>Of several forms that all do not fit, the one that the writer had in mind: its errors are the ones to read.</summary>
internal static class ClosestForm
{
    /// <summary>The form that was followed deepest before it failed; of those the one with the fewest errors.</summary>
    public static SchemaCheck Of(IEnumerable<SchemaCheck> tried) =>
        tried.OrderByDescending(t => t.Errors.Max(e => e.InstancePath.Count(c => c == '/'))).ThenBy(t => t.Errors.Count).First();
}
