using System.Collections.Frozen;
using System.Text.Json;
using EvalHarness.Schemas.Keywords;

namespace EvalHarness.Schemas;

/// <summary>Every keyword that is understood, in the order in which they are checked: <c>unevaluated*</c> need to know what the others looked at.</summary>
internal static class KeywordTable
{
    /// <summary>Checked only where that is asked for.</summary>
    public static KeywordDefinition Format { get; } = new("format", Vocabulary.Validation, SubschemaShape.None, FormatKeyword.Compile);

    public static IReadOnlyList<KeywordDefinition> All { get; } =
    [
        new("$defs", Vocabulary.Core, SubschemaShape.Map),
        new("definitions", Vocabulary.Core, SubschemaShape.Map),
        new("$ref", Vocabulary.Core, SubschemaShape.None, RefKeyword.Compile),
        new("$dynamicRef", Vocabulary.Core, SubschemaShape.None, DynamicRefKeyword.Compile),

        new("type", Vocabulary.Validation, SubschemaShape.None, TypeKeyword.Compile),
        new("const", Vocabulary.Validation, SubschemaShape.None, ConstKeyword.Compile),
        new("enum", Vocabulary.Validation, SubschemaShape.None, EnumKeyword.Compile),
        new("required", Vocabulary.Validation, SubschemaShape.None, RequiredKeyword.Compile),
        new("dependentRequired", Vocabulary.Validation, SubschemaShape.None, DependentRequiredKeyword.Compile),
        new("minProperties", Vocabulary.Validation, SubschemaShape.None, PropertyCountKeyword.CompileMin),
        new("maxProperties", Vocabulary.Validation, SubschemaShape.None, PropertyCountKeyword.CompileMax),
        new("minItems", Vocabulary.Validation, SubschemaShape.None, ItemCountKeyword.CompileMin),
        new("maxItems", Vocabulary.Validation, SubschemaShape.None, ItemCountKeyword.CompileMax),
        new("uniqueItems", Vocabulary.Validation, SubschemaShape.None, UniqueItemsKeyword.Compile),
        new("minLength", Vocabulary.Validation, SubschemaShape.None, LengthKeyword.CompileMin),
        new("maxLength", Vocabulary.Validation, SubschemaShape.None, LengthKeyword.CompileMax),
        new("pattern", Vocabulary.Validation, SubschemaShape.None, PatternKeyword.Compile),
        new("minimum", Vocabulary.Validation, SubschemaShape.None, LimitKeyword.CompileMinimum),
        new("maximum", Vocabulary.Validation, SubschemaShape.None, LimitKeyword.CompileMaximum),
        new("exclusiveMinimum", Vocabulary.Validation, SubschemaShape.None, LimitKeyword.CompileExclusiveMinimum),
        new("exclusiveMaximum", Vocabulary.Validation, SubschemaShape.None, LimitKeyword.CompileExclusiveMaximum),
        new("multipleOf", Vocabulary.Validation, SubschemaShape.None, MultipleOfKeyword.Compile),

        new("properties", Vocabulary.Applicator, SubschemaShape.Map, PropertiesKeyword.Compile),
        new("patternProperties", Vocabulary.Applicator, SubschemaShape.Map, PatternPropertiesKeyword.Compile),
        new("additionalProperties", Vocabulary.Applicator, SubschemaShape.Schema, AdditionalPropertiesKeyword.Compile),
        new("propertyNames", Vocabulary.Applicator, SubschemaShape.Schema, PropertyNamesKeyword.Compile),
        new("dependentSchemas", Vocabulary.Applicator, SubschemaShape.Map, DependentSchemasKeyword.Compile),
        new("prefixItems", Vocabulary.Applicator, SubschemaShape.List, PrefixItemsKeyword.Compile),
        new("items", Vocabulary.Applicator, SubschemaShape.Schema, ItemsKeyword.Compile),
        new("contains", Vocabulary.Applicator, SubschemaShape.Schema, ContainsKeyword.Compile),
        new("allOf", Vocabulary.Applicator, SubschemaShape.List, AllOfKeyword.Compile),
        new("anyOf", Vocabulary.Applicator, SubschemaShape.List, AnyOfKeyword.Compile),
        new("oneOf", Vocabulary.Applicator, SubschemaShape.List, OneOfKeyword.Compile),
        new("not", Vocabulary.Applicator, SubschemaShape.Schema, NotKeyword.Compile),
        new("if", Vocabulary.Applicator, SubschemaShape.Schema, IfKeyword.Compile),
        new("then", Vocabulary.Applicator, SubschemaShape.Schema),
        new("else", Vocabulary.Applicator, SubschemaShape.Schema),

        new("unevaluatedItems", Vocabulary.Unevaluated, SubschemaShape.Schema, UnevaluatedItemsKeyword.Compile),
        new("unevaluatedProperties", Vocabulary.Unevaluated, SubschemaShape.Schema, UnevaluatedPropertiesKeyword.Compile),
    ];

    private static readonly FrozenDictionary<string, SubschemaShape> Shapes = All.ToFrozenDictionary(k => k.Name, k => k.Holds, StringComparer.Ordinal);

    /// <summary>The schemas that a property of a schema holds, with the segments of their paths.</summary>
    public static IEnumerable<(string[] Segments, JsonElement Schema)> Subschemas(JsonProperty keyword) =>
        (Shapes.GetValueOrDefault(keyword.Name), keyword.Value.ValueKind) switch
        {
            (SubschemaShape.Schema, _) => [([keyword.Name], keyword.Value)],
            (SubschemaShape.List, JsonValueKind.Array) => keyword.Value.EnumerateArray().Select((s, i) => (new[] { keyword.Name, $"{i}" }, s)),
            (SubschemaShape.Map, JsonValueKind.Object) => keyword.Value.EnumerateObject().Select(p => (new[] { keyword.Name, p.Name }, p.Value)),
            _ => [],
        };
}
