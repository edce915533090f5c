using EvalHarness.Embedded;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Stub;
using Microsoft.Extensions.AI;

namespace EvalHarness.Tests.Wire;

public class ServedModelTests
{
    [Test]
    public async Task A_model_of_this_process_answers_over_http_as_it_does_here([Values] bool stream)
    {
        const string Question = "<passage document=\"password-reset\" title=\"Resetting\">\nA reset link is valid for 30 minutes.\n</passage>\nHow long is a reset link valid?";
        using var model = await new EmbeddedModelProvider().ConnectAsync(new ModelSource(new ModelOptions { Name = "untuned" }, ".", null), CancellationToken.None);
        await using var stub = await StubServer.StartAsync(new StubOptions { Answerer = ServedModels.Of(new Dictionary<string, IChatClient> { ["untuned"] = model }) });

        var here = await model.GetResponseAsync(Question);
        var served = await WirePipeline.AskAsync(stub, new WireSettings(Stream: stream) { Model = "untuned" }, Question);

        Assert.That(here.Text, Does.Contain("30 minutes"));
        Assert.That(served.Answer?.Text, Is.EqualTo(here.Text), $"{served.Error}");
        Assert.That(served.Answer!.Usage!.Input, Is.EqualTo(here.Usage!.InputTokenCount));
    }
}
