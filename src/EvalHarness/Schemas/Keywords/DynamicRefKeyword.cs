namespace EvalHarness.Schemas.Keywords;

/// <summary><c>$dynamicRef</c>: a reference that an outer schema can turn to its own, when both carry the same dynamic anchor.</summary>
internal sealed class DynamicRefKeyword(SchemaNode target, string? anchor) : IKeyword
{
    public static IKeyword Compile(KeywordSource source)
    {
        var reference = source.Value.GetString()!;
        var target = source.Compiler.Resolve(source.Schema, reference);
        var fragment = SchemaUri.Split(reference).Fragment;
        var isDynamic = target.Element.ValueKind == System.Text.Json.JsonValueKind.Object
            && target.Element.TryGetProperty("$dynamicAnchor", out var anchor)
            && anchor.GetString() == fragment;
        return new DynamicRefKeyword(source.Compiler.Compile(target), isDynamic ? fragment : null);
    }

    public void Check(SchemaCheck check) => check.Require((anchor is null ? null : check.Outermost(anchor)) ?? target);
}
