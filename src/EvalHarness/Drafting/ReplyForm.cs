using System.Text.Json;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Drafting;

/// <summary>What a reply must look like: a JSON Schema that is sent, and held against what comes back.</summary>
/// <param name="schema">Closed, every field required: what strict servers take.</param>
/// <param name="problem">What a schema cannot say; absent when nothing is wrong.</param>
internal sealed class ReplyForm<T>(string schema, Func<T, string?> problem)
    where T : class
{
    private readonly JsonSchema compiled = JsonSchema.Parse(schema);

    public string Schema => schema;

    /// <summary>The reply, or what is wrong with it.</summary>
    public (T? Reply, string? Problem) Read(string text)
    {
        if (JudgeJson.Read(text) is not { } json)
            return (null, "it is not one JSON object and nothing else");
        if (compiled.Validate(json) is [var error, ..])
            return (null, error.Message.TrimEnd('.'));
        var reply = json.Deserialize<T>(InputJson.Options)!;
        return problem(reply) is { } wrong ? (null, wrong) : (reply, null);
    }
}
