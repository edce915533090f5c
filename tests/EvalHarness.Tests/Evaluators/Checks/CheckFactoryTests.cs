using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Checks;
using EvalHarness.Experiments;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class CheckFactoryTests
{
    [TestCase("""{"check": "regexp", "pattern": "a"}""", "metrics.own.check: there is no check 'regexp'. Did you mean 'regex'?")]
    [TestCase("""{"check": "regex", "patern": "a"}""", "metrics.own.patern: unknown key 'patern'. Did you mean 'pattern'?")]
    [TestCase("""{"check": "regex", "pattern": "("}""", "metrics.own.pattern: '(' is no pattern")]
    [TestCase("""{"check": "regex"}""", "'pattern'")]
    [TestCase("""{"pattern": "a"}""", "metrics.own: no check is named")]
    [TestCase("""{"check": "length"}""", "metrics.own: no length is asked for")]
    [TestCase("""{"check": "length", "words": {"lest": 3}}""", "'lest'")]
    [TestCase("""{"check": "required", "phrases": []}""", "metrics.own.phrases: a phrase is empty, or there is none")]
    [TestCase("""{"check": "run-on", "field": "answer"}""", "Write /answer.")]
    [TestCase("""{"check": "vocabulary"}""", "either required or banned")]
    public void A_wrong_setting_is_named_with_its_mend(string settings, string message) =>
        Assert.That(() => new CheckFactory().Check(Checked.Source(settings)), Throws.TypeOf<InputException>().With.Message.Contains(message));

    [Test]
    public void Checks_are_there_without_a_model() => Assert.That(EvaluatorParts.Offline.Metrics.Select(m => m.Kind), Does.Contain("check"));

    [Test]
    public void A_rule_is_judged_as_it_stands_and_leniently() =>
        Assert.That(Checked.Evaluator("""{"check": "forbidden", "phrases": ["sorry"]}""").Metrics.Select(m => m.Id), Is.EqualTo(new[] { "own", "own-lenient" }));

    [Test]
    public void Other_settings_are_another_definition_and_other_words_are_not()
    {
        var one = Checked.Evaluator("""{"check": "forbidden", "phrases": ["sorry"]}""");

        Assert.That(Checked.Evaluator("""{"check": "forbidden", "phrases": ["sorry"], "label": "Polite"}""").Definition, Is.EqualTo(one.Definition));
        Assert.That(Checked.Evaluator("""{"check": "forbidden", "phrases": ["alas"]}""").Metrics[0].DefinitionId, Is.Not.EqualTo(one.Metrics[0].DefinitionId));
    }

    [Test]
    public void Label_meaning_and_direction_are_the_users()
    {
        var metrics = Checked.Evaluator("""{"check": "readability", "label": "Easy", "meaning": "How it reads.", "direction": "lower"}""").Metrics;

        Assert.That(metrics.Select(m => (m.Label, m.Meaning, m.Direction)), Is.EqualTo(new[] { ("Easy", "How it reads.", Direction.Lower), ("Easy, grade", "How it reads.", Direction.Lower) }));
    }

    [Test]
    public void The_text_field_of_a_JSON_reply_is_checked()
    {
        var contract = new AnswerContract { Text = "answer" };

        Assert.That(Checked.Values("""{"check": "forbidden", "phrases": ["low"]}""", """{"answer": "It is high.", "priority": "low"}""", contract: contract), Is.EqualTo(new[] { 1.0, 1.0 }));
    }

    [Test]
    public void Another_field_is_checked_when_it_is_named()
    {
        const string Settings = """{"check": "enum", "values": ["low", "high"], "field": "/ticket/priority"}""";

        Assert.That(Checked.Values(Settings, """{"ticket": {"priority": "low"}}"""), Is.EqualTo(new[] { 1.0, 1.0 }));
        Assert.That(Checked.Values(Settings, "```json\n{\"ticket\": {\"priority\": \"low\"}}\n```"), Is.EqualTo(new[] { 0.0, 1.0 }));
        Assert.That(Checked.Values(Settings, """{"ticket": {}}"""), Is.EqualTo(new[] { 0.0, 0.0 }));
    }

    [Test]
    public void A_gauge_of_a_field_that_is_not_there_is_not_scored() =>
        Assert.That(Checked.Scores(Checked.Evaluator("""{"check": "sentence-length", "field": "/note"}"""), "{}")[0].Outcome, Is.EqualTo(Outcome.NotScored));

    [Test]
    public void Replies_that_do_not_answer_may_be_left_out()
    {
        var scores = Checked.Scores(Checked.Evaluator("""{"check": "sentence-length", "answers_only": true}"""), "I don't know.");

        Assert.That(scores[0].Outcome, Is.EqualTo(Outcome.NotApplicable));
    }

    [Test]
    public async Task A_failed_trace_fails()
    {
        var scores = await Checked.Evaluator("""{"check": "run-on"}""").EvaluateAsync(Some.Sample(), Some.Trace(null), default);

        Assert.That(scores.Select(s => s.Outcome), Is.EqualTo(new[] { Outcome.Failed }));
    }
}
