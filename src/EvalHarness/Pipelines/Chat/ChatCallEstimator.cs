using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Vectors;

namespace EvalHarness.Pipelines.Chat;

/// <summary>Counts what a chat pipeline would send: instructions, examples, the corpus where all of it is sent, passages, the conversation.</summary>
/// <remarks>
/// Tokens are those of o200k, whatever the model's own are. Nothing is retrieved: the corpus is cut, and its shortest passages are the least
/// that can be found, its longest the most. A message costs <see cref="PerMessage"/> tokens besides its text, a passage <see cref="PerPassage"/>.
/// </remarks>
public sealed class ChatCallEstimator : ICallEstimator
{
    private const int PerMessage = 4;
    private const int PerPassage = 24;

    private readonly ChatSettings settings;
    private readonly string instructions;
    private readonly long fixedTokens;
    private readonly PassageLengths passages;

    /// <exception cref="InputException">A file that it names is missing or wrong.</exception>
    public ChatCallEstimator(PipelineSpec spec)
    {
        settings = spec.Settings.Deserialize<ChatSettings>(InputJson.Options)!;
        instructions = settings.Prompt is { } prompt ? InputText.Read(spec.Resolve(prompt)) : "";
        fixedTokens = (settings.Examples is { } examples ? Examples(spec.Resolve(examples)) : 0)
            + (settings is { Context: "all", Corpus: { } corpus } ? CorpusReader.Read(spec.Resolve(corpus)).Documents.Sum(d => (long)O200k.Count(d.Text) + PerPassage) : 0);
        passages = settings.Retrieval is { } retrieval ? PassageLengths.Of(CorpusReader.Read(spec.Resolve(retrieval.Corpus)), retrieval.Chunk) : PassageLengths.None;
        Preparation = settings.Retrieval?.Embedder is { Endpoint: { } endpoint } embedder
            ? [new CallEstimate("embedding", endpoint, embedder.PriceAs ?? embedder.Name, passages.Titled, null) { Calls = passages.EmbeddingCalls(embedder.Batch ?? IEmbedderProvider.TextsPerCall) }]
            : [];
    }

    public IReadOnlyList<CallEstimate> Preparation { get; }

    public IReadOnlyList<CallEstimate> Calls(PipelineRequest request, TokenRange answer)
    {
        var model = settings.Model;
        List<CallEstimate> calls = [new("chat", model.Endpoint, model.PriceAs ?? model.Name ?? model.Checkpoint, TokenRange.Exactly(Prompt(request)) + Passages(), Reply(answer))];
        if (settings.Retrieval is not { } retrieval)
            return calls;
        var question = TokenRange.Exactly(O200k.Count(request.Question));
        if (retrieval.Embedder is { Endpoint: { } endpoint } embedder)
            calls.Add(new("embedding", endpoint, embedder.PriceAs ?? embedder.Name, question, null));
        if (retrieval is { Rerank: "http", Reranker: { } reranker })
            calls.Add(new("rerank", reranker.Endpoint, reranker.PriceAs ?? reranker.Name, question + passages.Any(retrieval.Candidates, PerPassage), null));
        return calls;
    }

    private TokenRange Reply(TokenRange answer) => settings.Model.MaxTokens is { } most ? new(Math.Min(answer.Low, most), most) : answer;

    private long Prompt(PipelineRequest request)
    {
        var system = instructions.Replace("{schema}", request.ResponseSchema ?? "", StringComparison.Ordinal);
        var schema = settings.Model.ResponseFormat == "json_schema" ? request.ResponseSchema ?? "" : "";
        return fixedTokens
            + O200k.Count(system) + O200k.Count(schema) + PerMessage
            + request.Messages.Sum(m => O200k.Count(m.Content) + PerMessage)
            + request.Context.Sum(c => O200k.Count($"{c.Key}: {c.Value}\n"));
    }

    private TokenRange Passages() => settings.Retrieval is { } retrieval ? passages.Any(retrieval.Passages, PerPassage) : default;

    private static long Examples(string file) => InputText.Read(file)
        .Split('\n')
        .Index()
        .Where(line => !string.IsNullOrWhiteSpace(line.Item))
        .SelectMany(line => Messages(file, line.Item, line.Index + 1))
        .Sum(message => (long)O200k.Count((string?)message?["content"] ?? "") + PerMessage);

    private static IEnumerable<JsonNode?> Messages(string file, string line, int number)
    {
        var (root, problem) = JsonText.Parse(file, Encoding.UTF8.GetBytes(line), number);
        if (problem is not null)
            throw new InputException(problem);
        return JsonSerializer.SerializeToNode(root) is JsonObject example && example["messages"] is JsonArray messages ? messages : [];
    }
}
