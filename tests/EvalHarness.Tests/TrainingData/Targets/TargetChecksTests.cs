using EvalHarness.Evaluators;
using EvalHarness.TrainingData;

namespace EvalHarness.Tests.TrainingData.Targets;

public class TargetChecksTests
{
    private const string Schema = """{"type": "object", "required": ["answer"], "properties": {"answer": {"type": "string"}, "priority": {"enum": ["low", "high", "never"]}, "escalate": {"type": "boolean"}}}""";

    private LintCase lint = null!;

    [SetUp]
    public void SetUp() => lint = new LintCase();

    [TearDown]
    public void TearDown() => lint.Dispose();

    [TestCase("Yes.", "the target is not JSON")]
    [TestCase("```json\n{\"answer\": \"Yes.\"}\n```", "the target's JSON is wrapped in a code fence or prose")]
    [TestCase("""{"priority": "low"}""", "the target: 'answer' is missing")]
    [TestCase("""{"answer": "Yes.", "priority": "lowest"}""", "/priority: ")]
    public async Task A_target_that_breaks_the_schema_is_an_error_that_says_how(string target, string found)
    {
        var result = await lint.Example("Is it?", target).RunAsync(r => r with { AnswerSchema = Schema });

        Assert.That(result.Findings.Single(f => f.Rule == "target-schema").Found, Does.StartWith(found));
        Assert.That(result.Errors, Is.EqualTo(1));
    }

    [Test]
    public async Task Without_a_schema_a_rule_says_that_it_was_not_checked()
    {
        var result = await lint.Example("Is it?", "Yes.").RunAsync();

        Assert.That(result.Of(LintRules.TargetSchema).NotChecked, Is.EqualTo("no answer schema was given"));
        Assert.That(result.Of(LintRules.StaleFact).NotChecked, Is.EqualTo("no corpus was given"));
        Assert.That(result.Of(LintRules.LeakPrompt).NotChecked, Is.EqualTo("no prompt was given"));
    }

    [Test]
    public async Task A_value_in_no_target_and_one_in_nearly_all_are_warned_of()
    {
        for (var i = 0; i < 100; i++)
            lint.Example($"Question number {i}?", $$"""{"answer": "It is {{i}}.", "priority": "{{(i % 2 == 0 ? "low" : "high")}}", "escalate": {{(i == 0 ? "true" : "false")}}}""");

        var result = await lint.RunAsync(r => r with { AnswerSchema = Schema });

        Assert.That(result.Findings.Where(f => f.Rule.StartsWith("label", StringComparison.Ordinal)).Select(f => f.Found), Is.EqualTo(new[]
        {
            "priority: no target has \"never\"",
            "escalate: 99 of 100 targets (99.0%) have false",
        }));
    }

    [TestCase(" ", "Yes.", "there is no question")]
    [TestCase("Is it?", "\n", "there is no target")]
    public async Task An_empty_question_or_target_is_an_error(string question, string target, string found)
    {
        var result = await lint.Example(question, target).RunAsync();

        Assert.That(result.Findings.Select(f => (f.Rule, f.Found)), Is.EqualTo(new[] { ("empty-example", found) }));
    }

    [Test]
    public async Task A_target_far_longer_than_the_others_is_listed()
    {
        for (var i = 0; i < 40; i++)
            lint.Example($"Question number {i}?", $"The answer is number {i}.");

        var result = await lint.Example("And the last?", new string('x', 2000)).RunAsync();

        Assert.That(result.Lines(LintRules.LengthTail), Is.EqualTo(new[] { 41 }));
        Assert.That(result.Findings.Single(f => f.Rule == "length-tail").Found, Is.EqualTo("the target has 2,000 characters; the median is 24"));
    }

    [Test]
    public async Task Few_examples_have_no_tail()
    {
        var result = await lint.Example("One?", "The answer.").Example("Two?", new string('x', 2000)).RunAsync();

        Assert.That(result.Ids(), Is.Empty);
    }
}
