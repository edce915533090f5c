namespace EvalHarness.Schemas.Keywords;

/// <summary><c>oneOf</c>.</summary>
internal sealed class OneOfKeyword(IReadOnlyList<SchemaNode> schemas) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new OneOfKeyword(source.SubschemaList());

    public void Check(SchemaCheck check)
    {
        SchemaCheck[] tried = [.. schemas.Select(check.Try)];
        SchemaCheck[] fitting = [.. tried.Where(t => t.IsValid)];
        if (fitting.Length > 1)
            check.Fail($"{fitting.Length} of {schemas.Count} forms fit", "Expected exactly one.");
        else
            check.Adopt(fitting.FirstOrDefault() ?? ClosestForm.Of(tried));
    }
}
