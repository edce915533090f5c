using System.Text;
using EvalHarness.Datasets;
using Microsoft.Extensions.AI;

namespace EvalHarness.Pipelines.Chat;

/// <summary>Makes the messages that a model is sent: documents and instructions, examples, the conversation, passages in its last turn.</summary>
/// <param name="Instructions">The system prompt; <c>{schema}</c> in it becomes the response schema.</param>
public sealed record ChatPrompt(string Instructions)
{
    /// <summary>Marks content that is the same for every question and long enough to be worth caching, where a provider must be told.</summary>
    public const string StablePrefix = "evalharness.stable-prefix";

    /// <summary>The corpus as a whole, for <c>context: all</c>; it stands before everything else, so that a provider's prompt cache holds it.</summary>
    public string Documents { get; init; } = "";

    /// <summary>Few-shot examples, shown before the conversation.</summary>
    public IReadOnlyList<Message> Examples { get; init; } = [];

    /// <summary>All documents as passages, in the order of the corpus.</summary>
    public static string WholeCorpus(Corpus corpus) =>
        corpus.Documents.Aggregate(new StringBuilder(), (text, d) => text.AppendPassage(d.Id, d.Title, d.Text)).ToString();

    public IReadOnlyList<ChatMessage> Messages(PipelineRequest request, IReadOnlyList<Passage>? passages) =>
    [
        .. System(request),
        .. Examples.Concat(request.Messages.SkipLast(1)).Select(m => new ChatMessage(new ChatRole(m.Role), m.Content)),
        new ChatMessage(ChatRole.User, LastTurn(request, passages)),
    ];

    private IEnumerable<ChatMessage> System(PipelineRequest request)
    {
        var instructions = Instructions.Replace("{schema}", request.ResponseSchema ?? "", StringComparison.Ordinal);
        var system = new TextContent($"{Documents}{(Documents.Length > 0 ? "\n" : "")}{instructions}".Trim());
        if (Documents.Length > 0)
            system.AdditionalProperties = new AdditionalPropertiesDictionary { [StablePrefix] = true };
        if (system.Text.Length > 0)
            yield return new ChatMessage(ChatRole.System, [system]);
    }

    private static string LastTurn(PipelineRequest request, IReadOnlyList<Passage>? passages)
    {
        var turn = new StringBuilder();
        foreach (var passage in passages ?? [])
            turn.AppendPassage(passage.Document, passage.Title, passage.Text);
        foreach (var (name, value) in request.Context)
            turn.Append(name).Append(": ").Append(value).Append('\n');
        return turn.Append(request.Question).ToString();
    }
}
