using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Schemas;

namespace EvalHarness.Evaluators.Format;

/// <summary>Whether a reply has the agreed form: JSON as it stands, JSON once a wrapper is off, valid against the schema, right in its fields.</summary>
/// <remarks>Units: three yes/no and a ratio in [0, 1], all higher is better. Strict and lenient belong together: neither alone is honest.</remarks>
/// <param name="schema">The contract's schema as text; absent when it names none. It is compiled once.</param>
public sealed class FormatEvaluator(AnswerContract contract, AnswerReader reader, string? schema) : IEvaluator
{
    /// <summary>The metric of the fields that samples expect.</summary>
    public const string FieldsId = "format-fields";

    private static readonly Metric Strict = new("format-strict", Unit.YesNo, Direction.Higher, "1");
    private static readonly Metric Lenient = new("format-lenient", Unit.YesNo, Direction.Higher, "1");
    private static readonly Metric Fields = new(FieldsId, Unit.Ratio, Direction.Higher, "1");

    private readonly JsonSchema? parsed = schema is null ? null : JsonSchema.Parse(schema, assertsFormat: contract.AssertFormat);
    private readonly bool asksForJson = schema is not null || contract.Text is not null || contract.Citations is not null;

    private readonly Metric valid = new("format-schema", Unit.YesNo, Direction.Higher, schema is null ? "1" : $"1 schema={ContentHash.Short(ContentHash.Of(schema))}{(contract.AssertFormat ? " format=asserted" : "")}");

    public string Definition => $"format/1 {reader.Definition} {valid.Definition} json={asksForJson}";

    public IReadOnlyList<Metric> Metrics => [Strict, Lenient, valid, Fields];

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) =>
        ValueTask.FromResult(trace.Answer is { } answer ? Evaluate(sample, reader.Read(answer)) : Metrics.Failed(trace.Failure()));

    private IReadOnlyList<Score> Evaluate(Sample sample, Reply reply) =>
    [
        asksForJson ? Strict.Scored(reply.Strict is not null, reply.Strict is null ? "the text is not JSON as it stands" : "JSON as it stands") : Strict.NotApplicable("any text will do"),
        asksForJson ? Lenient.Scored(reply.Lenient is not null, reply.Lenient is null ? "no single JSON value in the text" : "JSON") : Lenient.NotApplicable("any text will do"),
        Validate(reply),
        FieldExactness.Score(Fields, sample.Expected, reply.Lenient),
    ];

    private Score Validate(Reply reply)
    {
        if (parsed is null)
            return valid.NotApplicable("the contract names no schema");
        if (reply.Lenient is not { } json)
            return valid.Scored(false, "there is no JSON to validate");

        var errors = parsed.Validate(json);
        if (errors.Count == 0)
            return valid.Scored(true, "valid");
        var detail = new JsonArray([.. errors.Select(e => JsonValue.Create($"{(e.InstancePath.Length == 0 ? "/" : e.InstancePath)}: {e.Message} (schema: {e.SchemaPath})"))]);
        return valid.Scored(false, $"{errors.Count} schema error{(errors.Count == 1 ? "" : "s")}: {detail[0]}", detail);
    }
}
