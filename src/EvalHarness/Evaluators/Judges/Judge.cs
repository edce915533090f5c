using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;
using Microsoft.Extensions.AI;

namespace EvalHarness.Evaluators.Judges;

/// <summary>Asks a model to grade, and reads its verdict from the structured field of its reply alone.</summary>
/// <remarks>A reply that cannot be read is asked for once more with what was wrong; after that there is none. Every call stands on the bill, read or not.</remarks>
public sealed class Judge(JudgeSource source, IModelProvider provider)
{
    /// <summary>A longer message is not sent: what a judge sees only a part of it cannot grade.</summary>
    public const int MostCharacters = 400_000;

    // Each of them was tried as often and as long as its endpoint allows.
    private const int MostOutages = 5;

    private const int MostOfAnUnreadableReply = 4_000;
    private const int Version = 1;

    private static readonly ChatFinishReason Refused = new("refusal");

    private readonly ModelSource model = new(source.Model, source.Folder, source.Endpoint);
    private readonly Lock gate = new();
    private Task<IChatClient>? client;
    private int outages;

    public JudgeSource Source => source;

    /// <summary>Everything that its verdicts depend on besides the question put to it; neither its name nor its price is in it.</summary>
    public string Definition { get; } = $"judge/{Version} model={source.Model.Name} {ContentHash.Short(ContentHash.Of(
        provider.ContentHash(new ModelSource(source.Model, source.Folder, source.Endpoint)),
        JsonSerializer.Serialize(source.Model with { PriceAs = null }, RunJson.Compact),
        JudgePrompts.Rules,
        $"{source.Repeats} {source.BothOrders}"))}";

    /// <summary>The orders it is asked in, the usual one first.</summary>
    public IEnumerable<JudgeOrder> Orders => source.BothOrders ? [JudgeOrder.Usual, JudgeOrder.Reversed] : [JudgeOrder.Usual];

    /// <summary>The same question in each order and repetition.</summary>
    /// <param name="question">The question in an order.</param>
    /// <returns>A vote for each; or the first reason why there is none: some votes are no verdict.</returns>
    public async Task<(IReadOnlyList<T> Votes, string? Failure)> VotesAsync<T>(Func<JudgeOrder, JudgeQuestion<T>> question, CancellationToken cancellationToken)
        where T : class
    {
        List<T> votes = [];
        foreach (var order in Orders)
        {
            var asked = question(order);
            for (var repeat = 0; repeat < source.Repeats; repeat++)
            {
                var (vote, failure) = await AskAsync(asked, repeat, cancellationToken);
                if (vote is null)
                    return ([], failure);
                votes.Add(vote);
            }
        }

        return (votes, null);
    }

    private async Task<(T? Vote, string? Failure)> AskAsync<T>(JudgeQuestion<T> question, int repeat, CancellationToken cancellationToken)
        where T : class
    {
        if (question.Message.Length > MostCharacters)
            return (null, $"what is to be judged is too long: {question.Message.Length} characters, at most {MostCharacters}");
        List<ChatMessage> messages = [new(ChatRole.System, question.Instructions), new(ChatRole.User, question.Message)];
        var first = await CallAsync(messages, question, repeat, cancellationToken);
        if (first.Unreadable is not { } problem)
            return (first.Vote, first.Failure);

        messages.Add(new ChatMessage(ChatRole.Assistant, first.Text is { Length: > MostOfAnUnreadableReply } ? first.Text[..MostOfAnUnreadableReply] : first.Text));
        messages.Add(new ChatMessage(ChatRole.User, $"That reply cannot be read: {problem}. Reply once more with one JSON object in the form that was asked for, and nothing else."));
        var second = await CallAsync(messages, question, repeat, cancellationToken);
        return (second.Vote, second.Unreadable is { } still ? $"the judge's reply cannot be read, asked twice: {still}" : second.Failure);
    }

    private async Task<Reading<T>> CallAsync<T>(List<ChatMessage> messages, JudgeQuestion<T> question, int repeat, CancellationToken cancellationToken)
        where T : class
    {
        var calls = new CallLog(repeat);
        var place = await JudgeBill.AdmitAsync(source, messages, cancellationToken);
        try
        {
            ThrowIfDown();
            var reply = await (await ClientAsync(cancellationToken)).GetResponseAsync(messages, ChatRequestOptions.For(source.Model, question.Schema, calls), cancellationToken);
            if (calls.Calls.Count == 0)
                calls.Add(Unlogged(reply));
            Volatile.Write(ref outages, 0);
            return Read(reply, question);
        }
        catch (Exception exception) when (exception.First<EndpointStoppedException>() is not null)
        {
            throw new ScoringStoppedException(source.Name, StopCause.Endpoint, $"judge '{source.Name}': {exception.First<EndpointStoppedException>()!.Message.TrimEnd('.')}. Mend it, then give the same command again.");
        }
        catch (Exception exception) when (exception.First<IEndpointFailure>() is not null)
        {
            if (exception.First<IEndpointFailure>()!.IsOutage && Interlocked.Increment(ref outages) >= MostOutages)
                ThrowIfDown(exception.First<IEndpointFailure>()!.Message);
            return new Reading<T>(Failure: $"the judge failed: {exception.First<IEndpointFailure>()!.Message}");
        }
        finally
        {
            JudgeBill.Settle(place, source, calls.Calls);
        }
    }

    // Rows by the thousand would else be left without a score, one after the other, and each wait in vain.
    private void ThrowIfDown(string? last = null)
    {
        if (Volatile.Read(ref outages) >= MostOutages)
            throw new ScoringStoppedException(source.Name, StopCause.Outage, $"judge '{source.Name}' failed in {MostOutages} calls in a row{(last is null ? "" : $", the last: {last.TrimEnd('.')}")}. The same command goes on with the rows that were not begun; evalharness score <run> --not-scored tries those that failed.");
    }

    private static Reading<T> Read<T>(ChatResponse reply, JudgeQuestion<T> question)
        where T : class
    {
        if (reply.FinishReason == Refused)
            return new Reading<T>(Failure: $"the judge refused: {JudgeText.Excerpt(reply.Text)}");
        if (reply.FinishReason == ChatFinishReason.ContentFilter)
            return new Reading<T>(Failure: "the provider's content filter stopped the judge's reply (content_filter)");
        if (reply.FinishReason == ChatFinishReason.Length)
            return new Reading<T>(Failure: "the judge's reply reached its limit of tokens (length): raise its max_tokens; reasoning counts too");
        if (JudgeJson.Read(reply.Text) is not { } json)
            return new Reading<T>(Unreadable: "it is not one JSON object and nothing else", Text: reply.Text);
        var (vote, problem) = question.Read(json);
        return new Reading<T>(Vote: vote, Unreadable: problem, Text: reply.Text);
    }

    private ModelCall Unlogged(ChatResponse reply) =>
        new() { Kind = "chat", Endpoint = source.Model.Endpoint ?? "", Model = source.Model.PriceAs ?? reply.ModelId ?? source.Model.Name, Usage = ChatUsage.Of(reply.Usage) };

    // Connected when it is first asked, and by nobody's patience but its own.
    private Task<IChatClient> ClientAsync(CancellationToken cancellationToken)
    {
        lock (gate)
            client ??= provider.ConnectAsync(model, CancellationToken.None);
        return client.WaitAsync(cancellationToken);
    }

    /// <param name="Unreadable">What is wrong with the reply; asking again may mend it.</param>
    /// <param name="Failure">Why there is no vote; asking again would not mend it.</param>
    private sealed record Reading<T>(T? Vote = null, string? Unreadable = null, string? Failure = null, string Text = "")
        where T : class;
}
