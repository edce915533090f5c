namespace EvalHarness.Schemas.Keywords;

/// <summary><c>not</c>.</summary>
internal sealed class NotKeyword(SchemaNode schema) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new NotKeyword(source.Subschema());

    public void Check(SchemaCheck check)
    {
        if (check.Try(schema).IsValid)
            check.Fail($"{ShownValue.Of(check.Instance)} is ruled out", "Expected something else.");
    }
}
