using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary>A property that the schema does not name.</summary>
internal static class UnknownProperty
{
    /// <param name="known">The names that the schema has beside it, for the message.</param>
    public static void Check(SchemaCheck check, SchemaNode schema, JsonProperty property, IReadOnlyList<string> known)
    {
        if (!schema.IsNever)
            check.RequirePart(schema, property.Value, property.Name);
        else
            check.FailName(property.Name, $"unknown key '{property.Name}'", Expected(property.Name, known));
    }

    private static string Expected(string name, IReadOnlyList<string> known) =>
        known.Count == 0 ? "Remove it." : $"{NearestName.Question(name, known)}Known: {string.Join(", ", known)}.";
}
