namespace EvalHarness.Schemas.Keywords;

/// <summary>Of several forms that all do not fit, the one that the writer had in mind: its errors are the ones to read.</summary>
internal static class ClosestForm
{
    private static readonly string[] Kinds = ["/type", "/enum", "/const"];

    /// <summary>A form that is for such values at all; of those the one that was followed deepest before it failed, then the one with the fewest errors.</summary>
    public static SchemaCheck Of(IReadOnlyList<SchemaCheck> tried)
    {
        var whole = tried.SelectMany(t => t.Errors).Min(e => e.InstancePath.Length);
        return tried
            .OrderBy(t => t.Errors.Any(e => e.InstancePath.Length == whole && Kinds.Any(k => e.SchemaPath.EndsWith(k, StringComparison.Ordinal))))
            .ThenByDescending(t => t.Errors.Max(e => e.InstancePath.Count(c => c == '/')))
            .ThenBy(t => t.Errors.Count)
            .First();
    }
}
