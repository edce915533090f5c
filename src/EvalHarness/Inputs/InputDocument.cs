using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Schemas;

namespace EvalHarness.Inputs;

/// <summary>A file that people write, parsed and not yet checked.</summary>
public sealed record InputDocument(JsonNode? Root, SourceMap Source)
{
    /// <summary>Checks the document and reads it as <typeparamref name="T"/>.</summary>
    /// <param name="schema">A name in docs/schemas: <c>experiment</c>.</param>
    /// <exception cref="InputException">It does not meet the schema: all problems, each with its place.</exception>
    public T Read<T>(string schema)
    {
        Check(schema);
        return Root.Deserialize<T>(InputJson.Options)!;
    }

    /// <exception cref="InputException">It does not meet the schema.</exception>
    public void Check(string schema)
    {
        if (Root is null)
            throw new InputException(new InputProblem(Source.File, "nothing is in it", $"Write what docs/schemas/{schema}.schema.json describes."));
        ProblemList problems = new();
        problems.AddErrors(InputSchemas.Named(schema).Validate(JsonSerializer.SerializeToElement(Root)), Source);
        problems.ThrowIfAny();
    }
}
