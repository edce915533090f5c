namespace EvalHarness.Schemas.Keywords;

/// <summary><c>allOf</c>.</summary>
internal sealed class AllOfKeyword(IReadOnlyList<SchemaNode> schemas) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new AllOfKeyword(source.SubschemaList());

    public void Check(SchemaCheck check)
    {
        foreach (var schema in schemas)
            check.Require(schema);
    }
}
