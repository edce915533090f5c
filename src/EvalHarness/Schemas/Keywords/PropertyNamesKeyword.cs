using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>propertyNames</c>: every property's name meets a schema.</summary>
internal sealed class PropertyNamesKeyword(SchemaNode schema) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new PropertyNamesKeyword(source.Subschema());

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind != JsonValueKind.Object)
            return;
        foreach (var property in check.Instance.EnumerateObject())
        {
            var name = JsonSerializer.SerializeToElement(property.Name);
            foreach (var error in check.TryPart(schema, name, property.Name).Errors)
                check.FailName(property.Name, $"the key {error.Found}", error.Expected);
        }
    }
}
