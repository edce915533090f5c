using System.Text.Json;
using System.Text.RegularExpressions;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>patternProperties</c>.</summary>
internal sealed class PatternPropertiesKeyword(IReadOnlyList<(Regex Name, SchemaNode Schema)> patterns) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new PatternPropertiesKeyword(
        [.. source.SubschemaMap().Select(p => (EcmaPattern.Compile(p.Key, JsonPointer.Append(source.Schema.Pointer, source.Name)), p.Value))]);

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind != JsonValueKind.Object)
            return;
        foreach (var property in check.Instance.EnumerateObject())
        {
            foreach (var (_, schema) in patterns.Where(p => EcmaPattern.IsMatch(p.Name, property.Name, check) == true))
            {
                check.RequirePart(schema, property.Value, property.Name);
                check.Evaluated?.Add(property.Name);
            }
        }
    }
}
