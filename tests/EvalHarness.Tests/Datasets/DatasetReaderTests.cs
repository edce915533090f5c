using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Tests.Inputs;

namespace EvalHarness.Tests.Datasets;

public class DatasetReaderTests
{
    private static readonly Corpus Corpus = new("2026-09", "h", [new Document("password-reset", "Reset", null, "A reset link is valid\nfor 30 minutes.")]);

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task Every_field_is_read()
    {
        var sample = (await ReadAsync("""
            {"id": "s1", "split": "dev", "question": "How long?", "context": {"plan": "team"}, "answers": ["30 minutes"], "superseded_answers": ["60 minutes"], "evidence": [{"document": "password-reset", "quote": "for 30 minutes"}], "expected": {"category": "account", "escalate": false}, "cluster": "password-reset", "tags": {"hops": "1"}}
            """)).Single();

        Assert.That(sample.Id, Is.EqualTo("s1"));
        Assert.That(sample.Split, Is.EqualTo("dev"));
        Assert.That(sample.Question, Is.EqualTo("How long?"));
        Assert.That(sample.Context["plan"], Is.EqualTo("team"));
        Assert.That(sample.Answers, Is.EqualTo(["30 minutes"]));
        Assert.That(sample.SupersededAnswers, Is.EqualTo(["60 minutes"]));
        Assert.That(sample.Evidence, Is.EqualTo([new GoldEvidence("password-reset", "for 30 minutes")]));
        Assert.That(sample.Expected!.ToJsonString(), Is.EqualTo("""{"category":"account","escalate":false}"""));
        Assert.That(sample.Cluster, Is.EqualTo("password-reset"));
        Assert.That(sample.Tags["hops"], Is.EqualTo("1"));
    }

    [Test]
    public async Task The_question_of_a_conversation_is_its_last_turn()
    {
        var sample = (await ReadAsync("""
            {"id": "s1", "messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Yes?"}, {"role": "user", "content": "How long?"}], "unanswerable": true}
            """)).Single();

        Assert.That(sample.Question, Is.EqualTo("How long?"));
        Assert.That(sample.Messages, Has.Count.EqualTo(3));
    }

    [TestCase("""{"id": "s2", "question": "How?", "answers": ["So."}""", "samples.jsonl:2:51: not JSON", TestName = "A_bad_line")]
    [TestCase("""{"id": "s2", "question": "How?", "answer": ["So."]}""", "samples.jsonl:2:34: unknown key 'answer'. Did you mean 'answers'? Known: id,", TestName = "An_unknown_key")]
    [TestCase("""{"id": 2, "question": "How?", "answers": ["So."]}""", "samples.jsonl:2:8: id: 2 is a whole number. Expected text.", TestName = "A_wrong_type")]
    [TestCase("""{"id": "s1", "question": "How?", "answers": ["So."]}""", "samples.jsonl:2:8: the id 's1' stands in line 1 too. Give each sample an id of its own.", TestName = "A_duplicate_id")]
    [TestCase("""{"id": "s2", "answers": ["So."]}""", "samples.jsonl:2:1: neither 'question' nor 'messages' is there. Add 'question'", TestName = "A_missing_question")]
    [TestCase("""{"id": "s2", "question": "How?"}""", "samples.jsonl:2:1: there is no answer. Add 'answers', or \"unanswerable\": true", TestName = "A_missing_answer")]
    [TestCase("""{"id": "s2", "question": "How?", "answers": ["So."], "unanswerable": true}""", "samples.jsonl:2:45: the sample is unanswerable and has answers. Remove", TestName = "An_answer_to_the_unanswerable")]
    [TestCase("""{"id": "s2", "messages": [{"role": "assistant", "content": "Yes?"}], "answers": ["So."]}""", "samples.jsonl:2:36: the last turn is of the role 'assistant'. End the conversation", TestName = "A_conversation_without_a_question")]
    [TestCase("""{"id": "s2", "question": "A?", "messages": [{"role": "user", "content": "B?"}], "answers": ["So."]}""", "samples.jsonl:2:26: 'question' differs from the last turn", TestName = "Two_questions")]
    [TestCase("""{"id": "s2", "question": "How?", "answers": ["So."], "evidence": [{"document": "pasword-reset", "quote": "x"}]}""", "samples.jsonl:2:80: the corpus '2026-09' has no document 'pasword-reset'. Did you mean 'password-reset'?", TestName = "Dangling_evidence")]
    [TestCase("""{"id": "s2", "question": "How?", "answers": ["So."], "evidence": [{"document": "password-reset", "quote": "for 60 minutes"}]}""", "samples.jsonl:2:107: the document 'password-reset' does not contain \"for 60 minutes\". Quote it character for character.", TestName = "A_quote_that_is_not_verbatim")]
    [TestCase("""{"id": "s2", "question": "How?", "answers": ["So."], "evidence": [{"document": "password-reset", "quote": "is valid for  30"}]}""", """samples.jsonl:2:107: the document 'password-reset' does not contain "is valid for  30". Only the white space differs: it has "is valid\nfor 30".""", TestName = "A_quote_with_other_spaces")]
    public void Is_reported_with_its_place_and_the_mend(string line, string message) =>
        Assert.That(() => ReadAsync($"{Line("s1")}\n{line}"), Throws.TypeOf<InputException>().With.Message.Contains(message));

    [Test]
    public void All_problems_of_a_file_are_reported_at_once_and_too_many_are_counted()
    {
        var text = string.Join('\n', Enumerable.Range(0, 60).Select(_ => "{}"));

        Assert.That(() => ReadAsync(text), Throws.TypeOf<InputException>()
            .With.Property(nameof(InputException.Problems)).Count.EqualTo(51)
            .And.Message.Contains("samples.jsonl:50:1: 'id' is missing")
            .And.Message.Contains("10 more problems follow"));
    }

    [Test]
    public async Task No_sample_comes_after_a_problem()
    {
        var file = folder.Write("samples.jsonl", $"{Line("s1")}\n{{}}\n{Line("s3")}");
        List<string> seen = [];

        var reading = async () =>
        {
            await foreach (var sample in new DatasetReader().ReadAsync(file, CancellationToken.None))
                seen.Add(sample.Id);
        };

        Assert.That(reading, Throws.TypeOf<InputException>());
        Assert.That(seen, Is.EqualTo(["s1"]));
        await Task.CompletedTask;
    }

    [Test]
    public async Task A_split_is_picked_out()
    {
        var file = folder.Write("samples.jsonl", $"{Line("s1", "dev")}\n{Line("s2", "test")}\n{Line("s3", "dev")}");

        Assert.That(await IdsAsync(file, new SampleSelection("dev")), Is.EqualTo(["s1", "s3"]));
    }

    [Test]
    public void A_split_without_rows_is_answered_with_those_that_have_some()
    {
        var file = folder.Write("samples.jsonl", $"{Line("s1", "dev")}\n{Line("s2", "test")}");

        Assert.That(() => IdsAsync(file, new SampleSelection("tset")), Throws.TypeOf<InputException>().With.Message.Contains("no sample is in split 'tset'. Splits in the file: dev, test."));
    }

    [Test]
    public void An_empty_file_holds_no_sample() =>
        Assert.That(() => ReadAsync(""), Throws.TypeOf<InputException>().With.Message.Contains("the file holds no sample"));

    [Test]
    public async Task A_limit_keeps_the_same_rows_each_time_in_the_order_of_the_file()
    {
        var file = folder.Write("samples.jsonl", string.Join('\n', Enumerable.Range(0, 200).Select(i => Line($"s{i:000}", i % 2 == 0 ? "test" : "dev"))));

        var ten = await IdsAsync(file, new SampleSelection("test", 10, 7));
        var twenty = await IdsAsync(file, new SampleSelection("test", 20, 7));

        Assert.That(ten, Has.Count.EqualTo(10).And.Ordered);
        Assert.That(ten, Is.EqualTo(await IdsAsync(file, new SampleSelection("test", 10, 7))));
        Assert.That(twenty, Is.SupersetOf(ten));
        Assert.That(ten, Is.Not.EqualTo(await IdsAsync(file, new SampleSelection("test", 10, 8))));
        Assert.That(await IdsAsync(file, new SampleSelection("test", 1000)), Has.Count.EqualTo(100));
    }

    [Test]
    public async Task A_limit_favours_no_part_of_the_file()
    {
        var file = folder.Write("samples.jsonl", string.Join('\n', Enumerable.Range(0, 1000).Select(i => Line($"{i:0000}"))));

        var kept = await IdsAsync(file, new SampleSelection(null, 500));

        // 500 of 1000: the first half holds 250 ± 3.5 standard deviations (7.9).
        Assert.That(kept.Count(id => string.CompareOrdinal(id, "0500") < 0), Is.EqualTo(250).Within(28));
    }

    private static string Line(string id, string split = "test") => $$"""{"id": "{{id}}", "split": "{{split}}", "question": "How?", "answers": ["So."]}""";

    private static async Task<List<string>> IdsAsync(string file, SampleSelection selection) =>
        await new DatasetReader().ReadAsync(file, selection, CancellationToken.None).Select(s => s.Id).ToListAsync();

    private async Task<List<Sample>> ReadAsync(string text) =>
        await new DatasetReader(Corpus).ReadAsync(folder.Write("samples.jsonl", text), CancellationToken.None).ToListAsync();
}
