namespace EvalHarness.Schemas.Keywords;

/// <summary><c>$ref</c>: the value meets the schema that is pointed to.</summary>
internal sealed class RefKeyword(SchemaNode target) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) =>
        new RefKeyword(source.Compiler.Compile(source.Compiler.Resolve(source.Schema, source.Value.GetString()!)));

    public void Check(SchemaCheck check) => check.Require(target);
}
