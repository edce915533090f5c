namespace EvalHarness.Schemas.Keywords;

/// <summary><c>if</c>, with <c>then</c> and <c>else</c>.</summary>
internal sealed class IfKeyword(SchemaNode condition, SchemaNode? then, SchemaNode? otherwise) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new IfKeyword(source.Subschema(), source.SiblingSchema("then"), source.SiblingSchema("else"));

    public void Check(SchemaCheck check)
    {
        var tried = check.Try(condition);
        if (tried.IsValid)
            check.Adopt(tried);
        if ((tried.IsValid ? then : otherwise) is { } next)
            check.Require(next);
    }
}
