using System.Diagnostics;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;
using Microsoft.Extensions.AI;

namespace EvalHarness.Tests.Providers.Models;

[NonParallelizable]
internal sealed class TelemetryTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_call_is_a_span_that_holds_prompt_and_answer_only_when_asked(bool exportsContent)
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi());
        using var endpoints = new EndpointRegistry(TimeProvider.System);
        List<Activity> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.EndsWith("Microsoft.Extensions.AI", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);

        var provider = new EndpointModelProvider(new OpenAiProtocol(), endpoints, (client, _) => client, exportsContent);
        var client = await provider.ConnectAsync(wire.Source(), CancellationToken.None);
        await client.GetResponseAsync([new ChatMessage(ChatRole.User, "How long?")]);

        var span = spans.Single();
        var said = string.Join('\n', span.TagObjects.Select(t => $"{t.Key}={t.Value}").Concat(span.Events.SelectMany(e => e.Tags).Select(t => $"{t.Key}={t.Value}")));
        Assert.That(span.DisplayName, Is.EqualTo("chat m1"));
        Assert.That(said, Does.Contain("gen_ai.usage.input_tokens=10"));
        Assert.That(said.Contains("How long?", StringComparison.Ordinal), Is.EqualTo(exportsContent), said);
        Assert.That(said.Contains("30 minutes", StringComparison.Ordinal), Is.EqualTo(exportsContent), said);
    }
}
