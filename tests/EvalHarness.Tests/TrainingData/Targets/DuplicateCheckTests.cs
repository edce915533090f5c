using EvalHarness.Evaluators;
using EvalHarness.TrainingData;

namespace EvalHarness.Tests.TrainingData.Targets;

public class DuplicateCheckTests
{
    private LintCase lint = null!;

    [SetUp]
    public void SetUp() => lint = new LintCase().Example("How long is a link valid?", "For 30 minutes.");

    [TearDown]
    public void TearDown() => lint.Dispose();

    [TestCase("how long is a LINK valid", "for 30 minutes!", "duplicate")]
    [TestCase("How long is a link valid?", "For 60 minutes.", "contradiction")]
    [TestCase("How long is a link valid?", "I don't know.", "contradiction")]
    [TestCase("How long is a link valid?", "It is good for 30 minutes.", "several-targets")]
    public async Task The_same_question_again_is_told_apart_by_its_target(string question, string target, string rule)
    {
        var result = await lint.Example(question, target).RunAsync();

        Assert.That(result.Findings.Select(f => (f.Rule, f.Found.Contains("line 1", StringComparison.Ordinal))), Is.EqualTo(new[] { (rule, true) }));
        Assert.That(result.Lines(LintRules.All.Single(r => r.Id == rule)), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public async Task Structured_fields_that_differ_contradict_one_another()
    {
        var result = await lint
            .Example("Is it urgent?", """{"answer": "No.", "category": "billing"}""")
            .Example("Is it urgent?", """{"answer": "No.", "category": "account"}""")
            .RunAsync(r => r with { Answer = new AnswerContract { Text = "answer" } });

        Assert.That(result.Lines(LintRules.Contradiction), Is.EqualTo(new[] { 3 }));
    }

    [Test]
    public async Task The_same_last_turn_after_another_conversation_is_another_question()
    {
        var result = await lint
            .Example(("user", "I lost my key."), ("assistant", "Oh."), ("user", "What now?"), ("assistant", "Pay 20 euros."))
            .Example(("user", "I lost my car."), ("assistant", "Oh."), ("user", "What now?"), ("assistant", "Pay 20,000 euros."))
            .RunAsync();

        Assert.That(result.Ids(), Is.Empty);
    }

    [Test]
    public async Task A_question_that_is_nearly_the_same_is_for_information()
    {
        const string Long = "We moved our workshop to another street last week and would like the invoices of this month to be sent there, how do we change the address";

        var result = await lint.Example($"{Long}?", "In Settings.").Example($"{Long} now?", "In Settings.").RunAsync();

        Assert.That(result.Findings.Select(f => (f.Rule, f.Severity)), Is.EqualTo(new[] { ("near-duplicate", LintSeverity.Info) }));
        Assert.That(result.Findings[0].Similarity, Is.GreaterThan(0.9));
    }
}
