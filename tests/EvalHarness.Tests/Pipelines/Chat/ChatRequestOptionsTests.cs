using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Tests.Pipelines.Chat;

internal sealed class ChatRequestOptionsTests
{
    [Test]
    public void A_model_without_a_seed_is_sent_none_whatever_the_repetition()
    {
        Assert.That(ChatRequestOptions.For(new ModelOptions(), responseSchema: null, new CallLog(repeat: 3)).Seed, Is.Null);
    }

    [Test]
    public void The_call_log_travels_along()
    {
        var log = new CallLog(repeat: 1);

        var options = ChatRequestOptions.For(new ModelOptions(), responseSchema: null, log);

        Assert.That(CallLogOptions.TakeCallLog(options.AdditionalProperties), Is.SameAs(log));
    }

    [Test]
    public void A_schema_that_is_not_there_cannot_be_sent()
    {
        Assert.That(
            () => ChatRequestOptions.For(new ModelOptions { ResponseFormat = "json_schema" }, responseSchema: null, new CallLog()),
            Throws.TypeOf<InputException>().With.Message.Contains("there is no answer schema"));
    }
}
