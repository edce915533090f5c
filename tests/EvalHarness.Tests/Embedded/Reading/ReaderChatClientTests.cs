using System.Text.Json;
using EvalHarness.Embedded.Reading;
using EvalHarness.Pipelines.Retrieval;
using Microsoft.Extensions.AI;

namespace EvalHarness.Tests.Embedded.Reading;

internal sealed class ReaderChatClientTests
{
    private static readonly ChatMessage[] Messages = [new(ChatRole.System, "Be brief."), new(ChatRole.User, "Is it open?")];

    [Test]
    public async Task A_reply_is_the_contracts_json()
    {
        using var client = new ReaderChatClient(new Fixed(), "some-model");

        var reply = JsonDocument.Parse((await client.GetResponseAsync(Messages)).Text).RootElement;

        Assert.That(reply.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "answer", "category", "priority", "escalate", "citations" }));
        Assert.That(reply.GetProperty("citations")[0].EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "sentence", "document" }));
        Assert.That(reply.GetProperty("answer").GetString(), Is.EqualTo("It's open until 18:00 – every day."));
    }

    [Test]
    public async Task Usage_counts_the_tokens_of_all_messages_and_of_the_reply()
    {
        using var client = new ReaderChatClient(new Fixed(), "some-model");

        var response = await client.GetResponseAsync(Messages);

        Assert.That(response.Usage!.InputTokenCount, Is.EqualTo(O200k.Count("Be brief.") + O200k.Count("Is it open?")));
        Assert.That(response.Usage.OutputTokenCount, Is.EqualTo(O200k.Count(response.Text)));
        Assert.That(response.ModelId, Is.EqualTo("some-model"));
    }

    [Test]
    public async Task A_streamed_reply_says_the_same()
    {
        using var client = new ReaderChatClient(new Fixed(), "some-model");

        var streamed = await client.GetStreamingResponseAsync(Messages).ToChatResponseAsync();

        Assert.That(streamed.Text, Is.EqualTo((await client.GetResponseAsync(Messages)).Text));
    }

    private sealed class Fixed : IReader
    {
        public ReaderReply Read(ReaderPrompt prompt) => new("It's open until 18:00 – every day.", "hours", "low", false, [new ReplyCitation("It's open.", "hours")]);
    }
}
