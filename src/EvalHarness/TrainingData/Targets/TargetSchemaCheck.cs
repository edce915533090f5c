using System.Text.Json;
using EvalHarness.Evaluators;
using EvalHarness.Schemas;

namespace EvalHarness.TrainingData.Targets;

/// <summary>Holds each target against the answer schema, as strictly as a reply is held.</summary>
internal sealed class TargetSchemaCheck(JsonSchema schema) : IExampleCheck
{
    private const int MostErrors = 3;

    public ValueTask<IReadOnlyList<LintFinding>> LookAsync(ReadExample example, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<LintFinding>>(Found(example) is { } found ? [new LintFinding(LintRules.TargetSchema.Id, LintRules.TargetSchema.Severity, example.Where, found, LintRules.TargetSchema.Mend)] : []);

    private string? Found(ReadExample example)
    {
        if (example.Target.Strict is not { } json)
            return example.Target.Lenient is null ? "the target is not JSON" : "the target's JSON is wrapped in a code fence or prose";
        var errors = schema.Validate(json);
        return errors.Count == 0 ? null : string.Join("; ", errors.Take(MostErrors).Select(Words)) + (errors.Count > MostErrors ? "; …" : "");
    }

    private static string Words(SchemaError error) => $"{(error.InstancePath.Length == 0 ? "the target" : error.InstancePath)}: {error.Message.TrimEnd('.')}";
}
