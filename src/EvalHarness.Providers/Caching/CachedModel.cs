using System.Globalization;
using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;

namespace EvalHarness.Providers.Caching;

/// <summary>Whose replies they are: everything besides the request that can change them. The pipeline is not in it, so a sweep shares calls.</summary>
/// <param name="Endpoint">Its name, for the log.</param>
/// <param name="EndpointHash">Provider, URL and what is sent with every call.</param>
/// <param name="Model">The model's name there.</param>
/// <param name="Options">All that is sent by the model's options, fields of the body that the request does not show included.</param>
public sealed record CachedModel(string Endpoint, string EndpointHash, string Model, string Options)
{
    /// <summary>The name in the price table; no part of the key.</summary>
    public string? PriceAs { get; init; }

    public static CachedModel Of(ModelSource source, NamedEndpoint endpoint) =>
        // Neither what it is priced as nor when an embedded reader abstains is sent.
        Of(endpoint, source.Options.Name ?? "", source.Options with { PriceAs = null, AbstainBelow = 0, Checkpoint = null }) with { PriceAs = source.Options.PriceAs };

    /// <param name="options">As the experiment has them.</param>
    public static CachedModel Of(NamedEndpoint endpoint, string model, object options) =>
        new(endpoint.Name, endpoint.ContentHash, model, JsonSerializer.Serialize(options, RunJson.Compact));

    /// <summary>One hash over all of it: neither prompt nor header can be read from it.</summary>
    /// <param name="kind">As in a model call: <c>chat</c>, <c>embedding</c>, <c>rerank</c>.</param>
    public string Key(string kind, int repeat, params string[] request) =>
        ContentHash.Of([kind, EndpointHash, Model, Options, repeat.ToString(CultureInfo.InvariantCulture), .. request]);
}
