using System.Text.Json.Nodes;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Tests.Evaluators.Judges;

internal sealed class RubricEvaluatorTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp()
    {
        folder = new TemporaryFolder();
        folder.Write("tone.md", "Is it friendly, without a joke?");
    }

    [TearDown]
    public void TearDown() => folder.Dispose();

    [TestCase("yes-no", "yes", 1.0, "yes: warm")]
    [TestCase("yes-no", "no", 0.0, "no: warm")]
    [TestCase("1-5", "5", 1.0, "5 of 5: warm")]
    [TestCase("1-5", "2", 0.25, "2 of 5: warm")]
    public async Task A_grade_becomes_a_value_in_the_declared_unit(string scale, string grade, double value, string reason)
    {
        var score = await EvaluateAsync(new ScriptedJudge($$"""{"reason":"warm","verdict":"{{grade}}"}"""), $$"""{"rubric":"tone.md","scale":"{{scale}}"}""");

        Assert.That((score.Value, score.Reason), Is.EqualTo(((double?)value, reason)));
    }

    [Test]
    public async Task Grades_of_both_orders_are_averaged_and_kept()
    {
        var model = new ScriptedJudge("""{"reason":"warm","verdict":4}""", """{"reason":"stiff","verdict":"3"}""");

        var score = await EvaluateAsync(model, """{"rubric":"tone.md","scale":"1-5"}""", """{"orders":"both"}""");

        Assert.That((score.Value, score.Reason), Is.EqualTo(((double?)0.625, "1 × 3 of 5 and 1 × 4 of 5: warm")));
        Assert.That(score.Detail!.ToJsonString(), Is.EqualTo("""[{"grade":"4","reason":"warm"},{"grade":"3","reason":"stiff"}]"""));
        Assert.That(model.Asked[0][0].Text, Does.Contain("one of them: 1, 2, 3, 4, 5").And.Contain("Is it friendly"));
        Assert.That(model.Asked[1][0].Text, Does.Contain("one of them: 5, 4, 3, 2, 1"));
    }

    [Test]
    public async Task A_grade_that_is_not_on_the_scale_is_not_scored()
    {
        var score = await EvaluateAsync(new ScriptedJudge("""{"reason":"warm","verdict":"6"}"""), """{"rubric":"tone.md","scale":"1-5"}""");

        Assert.That((score.Outcome, score.Reason), Is.EqualTo((Outcome.NotScored, "the judge's reply cannot be read, asked twice: its \"verdict\" is none of 1, 2, 3, 4, 5")));
    }

    [Test]
    public async Task An_attack_in_the_answer_stays_data_for_a_rubric_too()
    {
        foreach (var (name, attack) in InjectionAttacks.All)
        {
            var model = new ScriptedJudge("""{"reason":"it orders me about","verdict":"no"}""");

            var score = await EvaluateAsync(model, """{"rubric":"tone.md","sees":["gold"]}""", answer: attack + " Thank you.");

            var read = JudgedMessage.Read(model.Asked[0][1].Text);
            Assert.That(read.Blocks.Select(b => b.Label), Is.EqualTo(new[] { "QUESTION", "GOLD ANSWER", "GOLD ANSWER", "ANSWER" }), name);
            Assert.That((read.Task.Count, score.Value), Is.EqualTo((2, (double?)0)), name);
        }
    }

    [TestCase("""{"rubric":"absent.md"}""", "metrics.tone: 'absent.md': the file does not exist")]
    [TestCase("""{"rubric":"tone.md","judge":"lenient"}""", "metrics.tone: there is no judge 'lenient'")]
    [TestCase("""{"rubric":"tone.md","prompt":"tone.md"}""", "has no place for the rubric")]
    public void What_a_rubric_names_must_be_there(string settings, string message)
    {
        Assert.That(() => new RubricMetricFactory(Judges(new ScriptedJudge(""))).Check(Source(settings)), Throws.TypeOf<InputException>().With.Message.Contains(message));
    }

    private async Task<Score> EvaluateAsync(ScriptedJudge model, string settings, string judge = "{}", string answer = "Of course, gladly.")
    {
        var evaluator = new RubricMetricFactory(Judges(model, judge)).Build(Source(settings), new AnswerReader(new AnswerContract()));
        return (await evaluator.EvaluateAsync(Some.Sample(), Some.Trace(Some.Answer(answer)), default)).Single();
    }

    private MetricSource Source(string settings)
    {
        var all = JsonNode.Parse(settings)!.AsObject();
        all["kind"] = "rubric";
        return new MetricSource("tone", "rubric", folder.FullPath, all);
    }

    private static JudgeSet Judges(ScriptedJudge model, string settings = "{}")
    {
        var all = JsonNode.Parse(settings)!.AsObject();
        (all["endpoint"], all["name"]) = ("openai", "scripted");
        return new JudgeSet([JudgeSource.Read("strict", all, "/", new Dictionary<string, EndpointOptions>())], [model]);
    }
}
