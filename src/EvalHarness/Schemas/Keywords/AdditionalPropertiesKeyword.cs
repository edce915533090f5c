using System.Text.Json;
using System.Text.RegularExpressions;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>additionalProperties</c>: those that neither <c>properties</c> nor <c>patternProperties</c> beside it name.</summary>
internal sealed class AdditionalPropertiesKeyword(SchemaNode schema, IReadOnlyList<string> named, IReadOnlyList<Regex> patterns) : IKeyword
{
    private readonly HashSet<string> names = new(named, StringComparer.Ordinal);

    public static IKeyword Compile(KeywordSource source) => new AdditionalPropertiesKeyword(
        source.Subschema(),
        source.SiblingNames("properties"),
        [.. source.SiblingNames("patternProperties").Select(p => EcmaPattern.Compile(p, source.Schema.Pointer))]);

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind != JsonValueKind.Object)
            return;
        foreach (var property in check.Instance.EnumerateObject())
        {
            if (names.Contains(property.Name) || patterns.Any(p => EcmaPattern.IsMatch(p, property.Name, check) == true))
                continue;
            UnknownProperty.Check(check, schema, property, named);
            check.Evaluated?.Add(property.Name);
        }
    }
}
