using System.Text.Json.Nodes;

namespace EvalHarness.Pipelines;

/// <summary>What the price table calls the models of a pipeline, where its settings say so with <c>price_as</c>. No name changes an answer.</summary>
/// <param name="Answer">Of the model or service that answers; absent where the reply's own name counts, as with the others.</param>
public sealed record PriceNames(string? Answer, string? Embedding, string? Rerank)
{
    private const string Key = "price_as";

    private static readonly string[][] AnswerPlaces = [[], ["model"]];
    private static readonly string[] EmbedderPlace = ["retrieval", "embedder"];
    private static readonly string[] RerankerPlace = ["retrieval", "reranker"];

    public static PriceNames Of(JsonObject settings) =>
        new(AnswerPlaces.Select(p => Name(settings, p)).FirstOrDefault(n => n is not null), Name(settings, EmbedderPlace), Name(settings, RerankerPlace));

    /// <summary>The settings without those names.</summary>
    public static JsonObject Without(JsonObject settings)
    {
        if (Of(settings) == new PriceNames(null, null, null))
            return settings;
        var rest = settings.DeepClone().AsObject();
        foreach (var place in (string[][])[.. AnswerPlaces, EmbedderPlace, RerankerPlace])
            Find(rest, place)?.Remove(Key);
        return rest;
    }

    /// <param name="kind">Of a call: <c>chat</c>, <c>embedding</c>, <c>rerank</c> or <c>service</c>.</param>
    public string? Of(string kind) => kind switch
    {
        "embedding" => Embedding,
        "rerank" => Rerank,
        _ => Answer,
    };

    private static string? Name(JsonObject settings, string[] place) => Find(settings, place)?[Key] is JsonValue value && value.TryGetValue(out string? name) ? name : null;

    private static JsonObject? Find(JsonObject settings, string[] place) => place.Aggregate((JsonObject?)settings, (holder, key) => holder?[key] as JsonObject);
}
