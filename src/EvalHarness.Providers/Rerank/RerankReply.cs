using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Providers.Models;

namespace EvalHarness.Providers.Rerank;

/// <summary>A re-rank endpoint's reply: <c>results[{index, relevance_score}]</c>.</summary>
/// <param name="Usage">Tokens and searches, each where the endpoint counts them; absent when it counts neither.</param>
internal sealed record RerankReply(IReadOnlyDictionary<int, double> ScoreByIndex, string? Model, TokenUsage? Usage)
{
    /// <exception cref="JsonException">The body is not whole JSON.</exception>
    /// <exception cref="UnusableReplyException">There is something else in it.</exception>
    public static RerankReply Read(string body, Excerpt excerpt)
    {
        var reply = Parse(body, excerpt);
        if (reply["results"] is not JsonArray results)
            throw new UnusableReplyException($"results was not found in the re-ranker's reply: {excerpt.Start(body)}");
        var scores = new Dictionary<int, double>();
        foreach (var result in results)
            scores[Number<int>(result?["index"]) ?? throw Unscored("index", excerpt, body)] = Number<double>(result?["relevance_score"]) ?? throw Unscored("relevance_score", excerpt, body);
        return new RerankReply(scores, Text(reply["model"]), UsageOf(reply));
    }

    /// <summary>A score for each passage, in the order they were sent.</summary>
    /// <exception cref="UnusableReplyException">Some passages have none: they cannot be ranked among the others.</exception>
    public IEnumerable<double> Scores(int count) => Enumerable.Range(0, count).All(ScoreByIndex.ContainsKey)
        ? Enumerable.Range(0, count).Select(i => ScoreByIndex[i])
        : throw new UnusableReplyException($"the re-ranker scored {Enumerable.Range(0, count).Count(ScoreByIndex.ContainsKey)} of {count} passages");

    private static JsonObject Parse(string body, Excerpt excerpt)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject ?? throw new UnusableReplyException($"the re-ranker's reply is no JSON object: {excerpt.Start(body)}");
        }
        catch (JsonException exception)
        {
            throw new JsonException($"the re-ranker's reply is not whole JSON: {excerpt.Start(body)}", exception);
        }
    }

    // Jina counts tokens in usage, Cohere in meta; a reply that bills search units alone has no tokens. A long list of passages is several searches.
    private static TokenUsage? UsageOf(JsonObject reply)
    {
        var tokens = Number<long>(Find(reply, "usage", "total_tokens"))
            ?? Number<long>(Find(reply, "meta", "billed_units", "input_tokens"))
            ?? Number<long>(Find(reply, "meta", "tokens", "input_tokens"));
        var searches = Number<double>(Find(reply, "meta", "billed_units", "search_units"));
        return tokens is null && searches is null ? null : new TokenUsage(tokens ?? 0, 0) { Queries = (int)Math.Ceiling(searches ?? 0) };
    }

    private static JsonNode? Find(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            node = (node as JsonObject)?[name];
        return node;
    }

    private static T? Number<T>(JsonNode? node)
        where T : struct => node is JsonValue value && value.TryGetValue<T>(out var number) ? number : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static UnusableReplyException Unscored(string field, Excerpt excerpt, string body) => new($"results[].{field} was not found in the re-ranker's reply: {excerpt.Start(body)}");
}
