using System.Text.Json.Nodes;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using Microsoft.Extensions.AI;

namespace EvalHarness.Tests.Evaluators.Judges;

/// <summary>A model that replies by a script, and keeps what it was asked.</summary>
/// <param name="replies">One for each call; the last one for all that follow.</param>
internal sealed class ScriptedJudge(params Func<IReadOnlyList<ChatMessage>, ChatResponse>[] replies) : IModelProvider, IChatClient
{
    private readonly Lock gate = new();

    public ScriptedJudge(params string[] replies)
        : this([.. replies.Select(r => (Func<IReadOnlyList<ChatMessage>, ChatResponse>)(_ => Says(r)))])
    {
    }

    public List<IReadOnlyList<ChatMessage>> Asked { get; } = [];

    public List<ChatOptions> Options { get; } = [];

    public string Name => "openai";

    public static ChatResponse Says(string text) => new(new ChatMessage(ChatRole.Assistant, text)) { ModelId = "scripted", Usage = new UsageDetails { InputTokenCount = 100, OutputTokenCount = 10 } };

    /// <summary>A judge that asks it.</summary>
    /// <param name="settings">As in the experiment file, besides endpoint and name.</param>
    public Judge Judge(string settings = "{}", string folder = "/")
    {
        var all = JsonNode.Parse(settings)!.AsObject();
        (all["endpoint"], all["name"]) = ("openai", "scripted");
        return new Judge(JudgeSource.Read("strict", all, folder, new Dictionary<string, EndpointOptions>()), this);
    }

    public InputProblem? Check(ModelSource source, string where) => null;

    public string ContentHash(ModelSource source) => "scripted";

    public Task<IChatClient> ConnectAsync(ModelSource source, CancellationToken cancellationToken) => Task.FromResult<IChatClient>(this);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            Asked.Add([.. messages]);
            Options.Add(options!);
            return Task.FromResult(replies[Math.Min(Asked.Count, replies.Length) - 1](Asked[^1]));
        }
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // Holds nothing.
    }
}
