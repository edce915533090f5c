using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Endpoints;
using Microsoft.Extensions.AI;

namespace EvalHarness.Pipelines.Chat;

/// <summary>Says how a model is asked, in the terms that every provider shares; what only one knows (field names, further fields) its provider adds.</summary>
public static class ChatRequestOptions
{
    public static ChatOptions For(ModelOptions model, string? responseSchema, CallLog calls)
    {
        var options = new ChatOptions
        {
            // Repetitions under one seed would all be the same answer.
            Seed = model.Seed + calls.Repeat,
            Temperature = model.Temperature,
            TopP = model.TopP,
            MaxOutputTokens = model.MaxTokens,
            ResponseFormat = Format(model.ResponseFormat, responseSchema),
        };
        if (options.ResponseFormat is ChatResponseFormatJson { Schema: not null })
            (options.AdditionalProperties ??= [])["strict"] = true;
        return options.With(calls);
    }

    private static ChatResponseFormat? Format(string format, string? schema) => (format, schema) switch
    {
        ("json_object", _) => ChatResponseFormat.Json,
        ("json_schema", { } text) => ChatResponseFormat.ForJsonSchema(JsonElement.Parse(text), "answer"),
        ("json_schema", null) => throw new InputException(new InputProblem("response_format", "json_schema is asked for, and there is no answer schema", "Name one under answer: schema:, or write json_object.")),
        _ => null,
    };
}
