using System.Text.Json.Nodes;
using EvalHarness.Imports.Recorded;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Imports.Recorded;

/// <summary>Answers that were made elsewhere are looked up by question and repetition.</summary>
internal sealed class RecordedPipelineTests
{
    private static readonly RecordedPipelineFactory Factory = new();

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Create() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task An_answer_comes_with_its_passages_tokens_and_latency()
    {
        folder.Write("r.jsonl", """{"system":"rag","question":"How long?","answer":"30 minutes.","hits":[{"doc":"reset","body":"For 30 minutes.","name":"Reset"}],"cites":["reset"],"in":100,"out":"20","ms":1234.5,"llm":"m1"}""" + "\n");

        var answer = await AskAsync("""{"where":{"system":"rag"},"map":{"passages":"hits","passage_text":"body","passage_document":"doc","passage_title":"name","citations":"cites","input_tokens":"in","output_tokens":"out","latency_ms":"ms","model":"llm"}}""", "How long?");

        Assert.That(answer.Text, Is.EqualTo("30 minutes."));
        Assert.That(answer.Passages, Is.EqualTo([new Passage("reset#0", "reset", "Reset", "For 30 minutes.", null, 0)]));
        Assert.That(answer.Citations, Is.EqualTo(["reset"]));
        Assert.That(answer.Usage, Is.EqualTo(new TokenUsage(100, 20)));
        Assert.That(answer.Model, Is.EqualTo("m1"));
        Assert.That(answer.IsRecorded);
        Assert.That(answer.RecordedLatency, Is.EqualTo(TimeSpan.FromMilliseconds(1234.5)));
    }

    [TestCase("How  long\n is it? ")]
    [TestCase("How long is it?")]
    public async Task White_space_does_not_tell_questions_apart(string asked)
    {
        folder.Write("r.jsonl", """{"question":"How long is it?","answer":"30"}""");

        Assert.That((await AskAsync("{}", asked)).Text, Is.EqualTo("30"));
    }

    [TestCase("Caf\u00e9?", "Cafe\u0301?")]
    [TestCase("Vi\u1ec7t?", "Vie\u0323\u0302t?")]
    [TestCase("\u0439?", "\u0438\u0306?")]
    public async Task Composed_and_decomposed_letters_are_one(string composed, string decomposed)
    {
        folder.Write("r.jsonl", $$"""{"question":"{{composed}}","answer":"yes"}""");

        Assert.That((await AskAsync("{}", decomposed)).Text, Is.EqualTo("yes"));
    }

    [Test]
    public async Task Where_no_row_has_a_passage_the_system_does_not_retrieve()
    {
        folder.Write("r.jsonl", """{"question":"A?","answer":"a","passages":[]}""");
        var without = await AskAsync("{}", "A?");
        folder.Write("r.jsonl", """{"question":"A?","answer":"a","passages":[]}""" + "\n" + """{"question":"B?","answer":"b","passages":["text"]}""");
        var with = await AskAsync("{}", "A?");

        Assert.That(without.Passages, Is.Null);
        Assert.That(with.Passages, Is.Empty);
    }

    [Test]
    public async Task What_the_recording_does_not_say_is_absent()
    {
        folder.Write("r.jsonl", """{"question":"A?","answer":"a","input_tokens":5}""");

        var answer = await AskAsync("{}", "A?");

        Assert.That(answer.Usage, Is.Null);
        Assert.That(answer.Model, Is.Null);
        Assert.That(answer.RecordedLatency, Is.Null);
    }

    [Test]
    public async Task Repetitions_are_answered_one_by_one()
    {
        folder.Write("r.jsonl", """{"question":"A?","answer":"first","n":0}""" + "\n" + """{"question":"A?","answer":"second","n":1}""");

        Assert.That((await AskAsync("""{"map":{"repeat":"n"}}""", "A?", repeat: 1)).Text, Is.EqualTo("second"));
        Assert.That(() => AskAsync("""{"map":{"repeat":"n"}}""", "A?", repeat: 2), Throws.TypeOf<NotRecordedException>().With.Message.EqualTo("repetition 2 of the question is not in the recording"));
    }

    [Test]
    public void A_question_that_was_not_recorded_and_an_answer_that_failed_are_told()
    {
        folder.Write("r.jsonl", """{"question":"A?","error":"HTTP 500"}""");

        Assert.That(() => AskAsync("{}", "B?"), Throws.TypeOf<NotRecordedException>().With.Message.EqualTo("the question is not in the recording"));
        Assert.That(() => AskAsync("{}", "A?"), Throws.TypeOf<NotRecordedException>().With.Message.EqualTo("failed when it was recorded: HTTP 500"));
    }

    [Test]
    public void Two_questions_of_one_text_are_refused()
    {
        folder.Write("r.jsonl", """{"id":"q1","question":"A?","answer":"a"}""" + "\n" + """{"id":"q2","question":"A?","answer":"a"}""");

        Assert.That(() => AskAsync("""{"map":{"id":"id"}}""", "A?"), Throws.TypeOf<InputException>()
            .With.Message.Contains("r.jsonl:2: the question of 'q2' has the same text as that of 'q1'").And.Message.Contains("word them apart"));
    }

    [Test]
    public void Two_systems_in_one_file_need_a_choice()
    {
        folder.Write("r.jsonl", """{"system":"a","question":"A?","answer":"a"}""" + "\n" + """{"system":"b","question":"A?","answer":"b"}""");

        Assert.That(() => AskAsync("{}", "A?"), Throws.TypeOf<InputException>().With.Message.Contains("the question was answered before").And.Message.Contains("where: { column: value }"));
        Assert.That(() => AskAsync("""{"where":{"system":"c"}}""", "A?"), Throws.TypeOf<InputException>().With.Message.Contains("has system = 'c'").And.Message.Contains("In system stand: a, b."));
    }

    [TestCase("""{"map":{"question":"q"}}""", "r.jsonl:1: the row has no question: nothing stands in q", "The row has: question, answer, ms")]
    [TestCase("""{"map":{"answer":"a"}}""", "r.jsonl:1: the row has no answer", "map: { answer: … }")]
    [TestCase("""{"map":{"latency_ms":"ms"}}""", "latency_ms (ms): 'soon'", "Write a number from 0 up.")]
    [TestCase("""{"map":{"answer":"$.["}}""", "pipeline 'p': map: answer: '$.[' is no JSON path", "Write a column's name")]
    public void A_map_that_does_not_fit_is_told(string settings, string found, string mend)
    {
        folder.Write("r.jsonl", """{"question":"A?","answer":"a","ms":"soon"}""");

        Assert.That(() => AskAsync(settings, "A?"), Throws.TypeOf<InputException>().With.Message.Contains(found).And.Message.Contains(mend));
    }

    [Test]
    public void A_missing_recording_is_told() =>
        Assert.That(() => Factory.ContentHashes(Spec("{}", "jsonl")), Throws.TypeOf<InputException>().With.Message.Contains("pipeline 'p': 'r.jsonl': the file does not exist"));

    [Test]
    public void Another_recording_is_another_pipeline()
    {
        folder.Write("r.jsonl", "{}");
        var before = Factory.ContentHashes(Spec("{}", "jsonl"))["recording"];
        folder.Write("r.jsonl", "{ }");

        Assert.That(Factory.ContentHashes(Spec("{}", "jsonl"))["recording"], Is.Not.EqualTo(before));
    }

    private Task<Answer> AskAsync(string settings, string question, int repeat = 0) => AskAsync(Spec(settings, "jsonl"), question, repeat);

    private static async Task<Answer> AskAsync(PipelineSpec spec, string question, int repeat)
    {
        Factory.Check(spec);
        var pipeline = await Factory.BuildAsync(spec, CancellationToken.None);
        return await pipeline.AnswerAsync(PipelineRequest.For(Some.Sample(question: question), null), new StageClock(TimeProvider.System, repeat), CancellationToken.None);
    }

    private PipelineSpec Spec(string settings, string format)
    {
        var all = JsonNode.Parse(settings)!.AsObject();
        all["kind"] = "recorded";
        all["file"] = "r.jsonl";
        all["format"] = format;
        return new PipelineSpec("p", "recorded", folder.FullPath, all, new Dictionary<string, string>());
    }
}
