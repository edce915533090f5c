using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace EvalHarness.Pipelines.Chat;

/// <summary>Which model answers, and how it is asked.</summary>
public sealed record ModelOptions
{
    /// <summary><c>embedded</c> for the offline readers; absent when <see cref="Endpoint"/> says who serves it.</summary>
    public string? Provider { get; init; }

    /// <summary>A name under the experiment's <c>endpoints:</c>; <c>openai</c> and <c>anthropic</c> need no entry there.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The model's name at its provider; on Azure the deployment.</summary>
    public string? Name { get; init; }

    /// <summary>A checkpoint <c>name@version</c>: the model is a tuned one.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>The name in the price table; prices that are assumptions make a scenario, and the report says so.</summary>
    public string? PriceAs { get; init; }

    /// <summary>Evidence scored below this makes the embedded reader abstain, in [0, 1].</summary>
    public double AbstainBelow { get; init; }

    /// <summary>The sampling seed that is sent; the repetition is added to it.</summary>
    public long? Seed { get; init; }

    [Range(0, 2)]
    public float? Temperature { get; init; }

    [Range(0, 1)]
    public float? TopP { get; init; }

    /// <summary>The longest reply, in tokens; Anthropic's protocol needs one, 4096 where it is absent.</summary>
    [Range(1, 1_000_000)]
    public int? MaxTokens { get; init; }

    /// <summary>The field that carries it: <c>max_completion_tokens</c>, or <c>max_tokens</c> for older servers.</summary>
    public string MaxTokensField { get; init; } = "max_completion_tokens";

    /// <summary><c>none</c>, <c>json_object</c> or <c>json_schema</c> (the experiment's answer schema, strict).</summary>
    public string ResponseFormat { get; init; } = "none";

    /// <summary>Streaming gives the time to the first token.</summary>
    public bool Stream { get; init; }

    /// <summary>Further fields of the request body, sent as they are.</summary>
    public JsonObject? ExtraBody { get; init; }
}
