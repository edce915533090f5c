using System.Collections.Concurrent;
using EvalHarness.Schemas;

namespace EvalHarness.Inputs;

/// <summary>The schemas of docs/schemas, which travel in the assembly: what editors complete from is what readers check against.</summary>
public static class InputSchemas
{
    private static readonly ConcurrentDictionary<string, JsonSchema> Compiled = new(StringComparer.Ordinal);

    /// <param name="name">Without <c>.schema.json</c>.</param>
    public static JsonSchema Named(string name) => Compiled.GetOrAdd(name, n => JsonSchema.Parse(Text(n)));

    public static string Text(string name)
    {
        using var stream = typeof(InputSchemas).Assembly.GetManifestResourceStream($"EvalHarness.Schemas.{name}.schema.json")
            ?? throw new ArgumentException($"docs/schemas has no {name}.schema.json.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
