using EvalHarness.Evaluators.Judges;

namespace EvalHarness.Tests.Evaluators.Judges;

public sealed class JudgeJsonTests
{
    [TestCase("{\"supported\": true}")]
    [TestCase("```json\n{\"supported\": true,}\n```")]
    [TestCase("<think>Is it?</think> {\"supported\": true}")]
    public void A_whole_reply_that_is_one_object_is_read(string reply) => Assert.That(JudgeJson.Read(reply)?.GetProperty("supported").GetBoolean(), Is.True);

    [TestCase("Sure: {\"supported\": true}")]
    [TestCase("{\"supported\": true} {\"supported\": false}")]
    [TestCase("{\"supported\": true, \"supported\": false}")]
    [TestCase("[true]")]
    [TestCase("{\"reason\": \"half a pair: \\ud83d\"}")]
    [TestCase("{\"\\ud83d\": true}")]
    [TestCase("")]
    public void Anything_else_is_not(string reply) => Assert.That(JudgeJson.Read(reply), Is.Null);
}
