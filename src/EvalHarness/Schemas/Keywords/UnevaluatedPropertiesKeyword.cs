using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>unevaluatedProperties</c>: the properties that no keyword of this schema, nor of those applied in place, has looked at.</summary>
internal sealed class UnevaluatedPropertiesKeyword(SchemaNode schema, IReadOnlyList<string> known) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new UnevaluatedPropertiesKeyword(source.Subschema(), source.SiblingNames("properties"));

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind != JsonValueKind.Object)
            return;
        foreach (var property in check.Instance.EnumerateObject().Where(p => !check.Evaluated!.Contains(p.Name)))
        {
            UnknownProperty.Check(check, schema, property, known);
            check.Evaluated!.Add(property.Name);
        }
    }
}
