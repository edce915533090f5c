namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class RunOnCheckTests
{
    [TestCase("It takes 30 minutes.", 1)]
    [TestCase("It takes 30 minutes.\n\nExercise 2:\nWhat does it take?", 0)]
    [TestCase("It takes 30 minutes.\n\nFollow-up questions:\n1. Why?", 0)]
    [TestCase("It takes 30 minutes.\nUser: And then?", 0)]
    [TestCase("It takes 30 minutes.\n### Instruction:\nAnswer.", 0)]
    [TestCase("It takes 30 minutes.\n\nYou are a support assistant. Answer from the passages.", 0)]
    [TestCase("It takes 30 minutes.\n\n---\n\n[Document 4] Sessions\nTitle: Sessions", 0)]
    [TestCase("It takes 30 minutes.<|im_end|>", 0)]
    [TestCase("It takes 30 minutes.\n\nHow long is a reset link valid?", 0)]
    [TestCase("It takes 30 minutes.\n\n[Document 4] Sessions", 1)]
    [TestCase("Question: how long? Answer: 30 minutes.", 1)]
    [TestCase("Two things matter:\n1. Speed\n2. Questions of cost\n\nUsers: many", 1)]
    public void Text_after_the_end_is_found(string text, double value) => Assert.That(Checked.Value("""{"check": "run-on"}""", text), Is.EqualTo(value));

    [Test]
    public void Markers_of_the_users_own_are_found_too() =>
        Assert.That(Checked.Values("""{"check": "run-on", "markers": ["Ticket #"]}""", "Done.\nTicket #2: next"), Is.EqualTo(new[] { 0.0 }));
}
