using System.Runtime.InteropServices;
using System.Text.Json;

namespace EvalHarness.Schemas;

/// <summary>A JSON Schema of draft 2020-12, compiled once; safe to use from many threads.</summary>
/// <remarks>
/// Covers the core, applicator, unevaluated and validation vocabularies; <c>format</c> and <c>content*</c> annotate, as the draft has it; <c>format</c> is checked where that is asked for.
/// Nothing is fetched. A <c>pattern</c> that takes too long on a value, or a schema that refers to itself without end, makes the value not valid.
/// </remarks>
public sealed class JsonSchema
{
    private readonly SchemaNode root;
    private readonly bool tracksEvaluated;

    private JsonSchema(SchemaNode root, bool tracksEvaluated)
    {
        this.root = root;
        this.tracksEvaluated = tracksEvaluated;
    }

    /// <param name="assertsFormat">Whether a text that is not of its <c>format</c> is not valid; formats that are not known annotate still.</param>
    /// <exception cref="SchemaException">The text is no valid schema, or refers to one that is neither embedded nor registered.</exception>
    public static JsonSchema Parse(string schemaText, SchemaRegistry? registry = null, bool assertsFormat = false)
    {
        var schema = SchemaText.Parse(schemaText);
        if (MetaSchemas.Schema.Validate(schema) is { Count: > 0 } errors)
            throw new SchemaException(errors);
        return Compile(schema, registry ?? SchemaRegistry.Empty, assertsFormat);
    }

    /// <summary>Everything that is wrong with a value; nothing when it meets the schema.</summary>
    public IReadOnlyList<SchemaError> Validate(JsonElement instance)
    {
        if (JsonEscapes.HasLoneSurrogate(JsonMarshal.GetRawUtf8Value(instance)))
            return [new SchemaError("", root.Pointer, "a text holds half of a surrogate pair", "Write whole characters.")];
        var run = new SchemaRun(tracksEvaluated);
        var check = SchemaCheck.Of(root, instance, run);
        return [.. check.Errors, .. run.Undecided];
    }

    internal static JsonSchema Compile(JsonElement schema, SchemaRegistry registry, bool assertsFormat = false)
    {
        var compiler = new SchemaCompiler(registry, assertsFormat);
        var root = compiler.CompileRoot(schema);
        return new JsonSchema(root, compiler.UsesUnevaluated);
    }
}
