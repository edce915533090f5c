using EvalHarness.TrainingData;

namespace EvalHarness.Tests.TrainingData.Leaks;

public class GoldLeakTests
{
    private const string Question = "How many days before the trip can a guest cancel the booking of a room for free?";

    private LintCase lint = null!;

    [SetUp]
    public void SetUp() => lint = new LintCase().Gold("g1", Question).Gold("g2", "Is breakfast served to guests who only booked the small room upstairs?", split: "dev");

    [TearDown]
    public void TearDown() => lint.Dispose();

    [Test]
    public async Task A_leaked_row_is_an_error_that_names_line_sample_and_mend()
    {
        var result = await lint.Example("Where can we park?", "In the yard.").Example(Question, "Three.").RunAsync();

        Assert.That(result.Leaks, Is.EqualTo(1));
        Assert.That(result.Findings.Single(), Is.EqualTo(new LintFinding("leak-exact", LintSeverity.Error, $"{lint.TrainFile}:2", $"the gold question g1 (test) to the letter: \"{Question}\"", "Remove the training row, or write another gold question; then train again.", "g1", 1)));
    }

    [Test]
    public async Task Training_on_a_row_of_dev_is_a_warning_and_no_leak()
    {
        var result = await lint.Example("Is breakfast served to guests who only booked the small room upstairs?", "No.").RunAsync();

        Assert.That((result.Leaks, result.Errors, result.Of(LintRules.LeakExact).Warnings), Is.EqualTo((0, 0, 1)));
    }

    [Test]
    public async Task Another_split_can_be_the_measured_one()
    {
        var result = await lint.Example("Is breakfast served to guests who only booked the small room upstairs?", "No.").RunAsync(r => r with { Split = "dev" });

        Assert.That(result.Leaks, Is.EqualTo(1));
    }

    [Test]
    public async Task A_question_under_passages_and_behind_a_label_is_found()
    {
        var result = await lint.Gold("g3", "reset link").Example("<passage>Some text.</passage>\nQuestion: reset link", "Yes.").RunAsync();

        Assert.That(result.Findings.Select(f => (f.Rule, f.Sample)), Is.EqualTo(new[] { ("leak-exact", "g3") }));
    }

    [Test]
    public async Task An_earlier_turn_of_a_conversation_is_looked_at_too()
    {
        var result = await lint.Example(("user", Question), ("assistant", "Three."), ("user", "And after that?"), ("assistant", "Half of it.")).RunAsync();

        Assert.That(result.Of(LintRules.LeakExact).Errors, Is.EqualTo(1));
    }

    [Test]
    public async Task A_gold_conversation_leaks_only_as_a_whole()
    {
        lint.Line("""{"id": "talk", "messages": [{"role": "user", "content": "I lost my room key in the lake."}, {"role": "assistant", "content": "How unlucky."}, {"role": "user", "content": "What now?"}], "answers": ["Pay for it."]}""", isGold: true);

        var same = await lint.Example("What now?", "Nothing.").RunAsync();
        var whole = await lint.Example(("user", "I lost my room key in the lake."), ("assistant", "How unlucky."), ("user", "What now?"), ("assistant", "Pay.")).RunAsync();

        Assert.That(same.Leaks, Is.Zero);
        Assert.That(whole.Findings.Where(f => f.Rule == "leak-exact").Select(f => f.Sample), Is.EqualTo(new[] { "talk" }));
    }

    [Test]
    public async Task A_lowered_severity_changes_the_exit_code_and_not_the_leaks()
    {
        var result = await lint.Example(Question, "Three.").RunAsync(r => r with { Severities = new Dictionary<string, LintSeverity> { ["leak-exact"] = LintSeverity.Info } });

        Assert.That((result.Errors, result.Infos, result.Leaks, result.IsClean), Is.EqualTo((0, 1, 1, true)));
        Assert.That(result.Changed.Keys, Is.EqualTo(new[] { "leak-exact" }));
    }

    [Test]
    public async Task A_gold_answer_in_a_target_is_for_information_and_told_of_once()
    {
        const string Answer = "Guests may cancel three days before the trip and then pay nothing at all.";
        lint.Gold("g3", "Until when?", Answer);

        var result = await lint.Example("a b", Answer).Example("c d", Answer).RunAsync();

        Assert.That((result.Of(LintRules.AnswerOverlap).Infos, result.Errors), Is.EqualTo((1, 0)));
        Assert.That(result.Lines(LintRules.AnswerOverlap), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Prompts_and_few_shot_examples_are_held_against_gold()
    {
        var prompt = PromptText.Read(lint.Folder.Write("prompt.md", $"Answer briefly.\n\n- Q: {Question}\n- A: Three days.\n"), "prompt.md");
        var examples = PromptText.Read(lint.Folder.Write("examples.jsonl", $$"""{"question": "{{Question.ToUpperInvariant()}}", "answer": "x"}"""), "examples.jsonl");

        var result = await lint.Example("Where can we park?", "In the yard.").RunAsync(r => r with { Prompts = [prompt, examples] });

        Assert.That(result.Findings.Select(f => (f.Rule, f.Where)), Is.EqualTo(new[] { ("leak-prompt", "prompt.md:3"), ("leak-prompt", "examples.jsonl:1") }));
        Assert.That(result.Leaks, Is.EqualTo(2));
    }

    [Test]
    public async Task A_heading_that_is_a_gold_question_is_a_warning()
    {
        var corpus = LintCase.Corpus("now", ("rooms", $"# Rooms\n\n## {Question}\n\nThree days.\n"));

        var result = await lint.Example("Where can we park?", "I do not know.").RunAsync(r => r with { Corpus = corpus });

        Assert.That(result.Findings.Select(f => (f.Rule, f.Where, f.Sample)), Is.EqualTo(new[] { ("heading-is-question", "now/rooms", "g1") }));
    }

    [Test]
    public async Task A_dev_question_that_is_nearly_a_test_question_is_a_warning()
    {
        var result = await lint.Gold("g3", Question.Replace("the trip", "a trip", StringComparison.Ordinal), split: "dev").Example("Where can we park?", "In the yard.").RunAsync();

        Assert.That(result.Findings.Select(f => (f.Rule, f.Severity, f.Sample)), Is.EqualTo(new[] { ("split-overlap", LintSeverity.Warning, "g1") }));
    }
}
