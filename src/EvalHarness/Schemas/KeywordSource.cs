using System.Text.Json;

namespace EvalHarness.Schemas;

/// <summary>A keyword in the schema text, as a keyword's compiler sees it.</summary>
/// <param name="Name">The keyword's name.</param>
/// <param name="Schema">The schema object that it stands in.</param>
internal sealed record KeywordSource(string Name, SchemaLocation Schema, SchemaCompiler Compiler)
{
    public JsonElement Value => Schema.Element.GetProperty(Name);

    /// <summary>A keyword beside this one.</summary>
    public JsonElement? Sibling(string name) => Schema.Element.TryGetProperty(name, out var value) ? value : null;

    /// <summary>A count such as <c>minItems</c>; 2.0 is a count too.</summary>
    public static int Count(JsonElement value) =>
        value.TryGetDecimal(out var count) ? (int)decimal.Min(count, int.MaxValue) : int.MaxValue;

    /// <summary>The schema that is this keyword's whole value.</summary>
    public SchemaNode Subschema() => Subschema(Name);

    /// <summary>The schema that is a sibling's whole value.</summary>
    public SchemaNode? SiblingSchema(string name) => Sibling(name) is null ? null : Subschema(name);

    public IReadOnlyList<SchemaNode> SubschemaList() => [.. Enumerable.Range(0, Value.GetArrayLength()).Select(i => Subschema(Name, $"{i}"))];

    public IReadOnlyList<KeyValuePair<string, SchemaNode>> SubschemaMap() =>
        [.. Value.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Subschema(Name, p.Name)))];

    /// <summary>The names that a sibling map defines.</summary>
    public IReadOnlyList<string> SiblingNames(string name) => Sibling(name) is { } map ? [.. map.EnumerateObject().Select(p => p.Name)] : [];

    private SchemaNode Subschema(params IEnumerable<string> below) => Compiler.Compile(SchemaCompiler.Below(Schema, below));
}
