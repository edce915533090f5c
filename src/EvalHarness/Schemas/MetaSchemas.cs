using System.Collections.Frozen;
using System.Text.Json;

namespace EvalHarness.Schemas;

/// <summary>The meta-schemas of draft 2020-12, which schemas may refer to and are themselves checked against.</summary>
internal static class MetaSchemas
{
    public const string Draft202012 = "https://json-schema.org/draft/2020-12/schema";

    private const string ResourcePrefix = "EvalHarness.Schemas.Draft202012.";

    private static readonly Lazy<FrozenDictionary<string, JsonElement>> All = new(Read);

    private static readonly Lazy<JsonSchema> Compiled = new(() => JsonSchema.Compile(Find(Draft202012)!.Value, SchemaRegistry.Empty));

    /// <summary>The schema of schemas.</summary>
    public static JsonSchema Schema => Compiled.Value;

    public static JsonElement? Find(string address) => All.Value.TryGetValue(address, out var schema) ? schema : null;

    /// <summary>The keywords that an entry of <c>$vocabulary</c> switches on; none for those that only annotate.</summary>
    public static Vocabulary Vocabulary(string address) => address switch
    {
        "https://json-schema.org/draft/2020-12/vocab/applicator" => Schemas.Vocabulary.Applicator,
        "https://json-schema.org/draft/2020-12/vocab/unevaluated" => Schemas.Vocabulary.Unevaluated,
        "https://json-schema.org/draft/2020-12/vocab/validation" => Schemas.Vocabulary.Validation,
        _ => Schemas.Vocabulary.None,
    };

    private static FrozenDictionary<string, JsonElement> Read()
    {
        var assembly = typeof(MetaSchemas).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return SchemaText.Parse(reader.ReadToEnd());
            })
            .ToFrozenDictionary(schema => schema.GetProperty("$id").GetString()!, StringComparer.Ordinal);
    }
}
