using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators;

public sealed class AnswerReaderTests
{
    private const string Json = """{"answer": "It is valid for 30 minutes.", "citations": [{"sentence": "It is valid for 30 minutes.", "document": "password-reset"}]}""";

    private static readonly AnswerContract Contract = new() { Text = "answer", Citations = "citations", Abstention = ["does not cover"] };

    [Test]
    public void A_reply_in_form_is_read_strictly()
    {
        var reply = Read(Json);

        Assert.That(reply.Strict, Is.Not.Null);
        Assert.That(reply.Lenient, Is.Not.Null);
        Assert.That(reply.Text, Is.EqualTo("It is valid for 30 minutes."));
        Assert.That(reply.Citations, Is.EqualTo(new[] { new Citation("It is valid for 30 minutes.", "password-reset") }));
        Assert.That(reply.IsAbstention, Is.False);
    }

    [TestCase("```json\n{0}\n```")]
    [TestCase("Here you are:\n{0}")]
    [TestCase("{0}\nI hope this helps [1].")]
    public void A_wrapper_makes_it_lenient(string wrapper)
    {
        var reply = Read(wrapper.Replace("{0}", Json));

        Assert.That(reply.Strict, Is.Null);
        Assert.That(reply.Lenient, Is.Not.Null);
        Assert.That(reply.Text, Is.EqualTo("It is valid for 30 minutes."));
    }

    [TestCase("""{"answer": "a"} {"answer": "b"}""")]
    [TestCase("""{"answer": "a", "answer": "b"}""")]
    [TestCase("""{"answer": "a""")]
    [TestCase("no JSON at all")]
    [TestCase("{\"answer\": \"a\\ud83d\"}")]
    [TestCase("{\"\\ud83d\": 1}")]
    [TestCase("So: {\"answer\": \"a\\udc00b\"} it is.")]
    public void Where_no_single_value_can_be_read_the_whole_text_is_the_answer(string text)
    {
        var reply = Read(text);

        Assert.That(reply.Lenient, Is.Null);
        Assert.That(reply.Text, Is.EqualTo(text));
    }

    [Test]
    public void Brackets_without_end_are_no_JSON() => Assert.That(Read(new string('[', 100_000)).Lenient, Is.Null);

    [TestCase("""{"plan": "Crew", "notes": ["Paid yearly.", "Cancel any time."], "price": 29, "link": "https://a.example/crew"}""", "Crew\nPaid yearly.\nCancel any time.")]
    [TestCase("```json\n{\"text\": \"Paid yearly.\"}\n```", "Paid yearly.")]
    [TestCase("""{"price": 29}""", """{"price": 29}""")]
    [TestCase("It is paid yearly [1].", "It is paid yearly [1].")]
    [TestCase("""Send {"plan": "Crew"} to the service.""", """Send {"plan": "Crew"} to the service.""")]
    [TestCase("42", "42")]
    public void Without_a_named_field_all_texts_of_a_JSON_reply_are_the_answer(string reply, string text) =>
        Assert.That(new AnswerReader(new AnswerContract()).Read(Some.Answer(reply)).Text, Is.EqualTo(text));

    [Test]
    public void A_named_field_that_holds_a_list_is_read_line_by_line() => Assert.That(Read("""{"answer": ["Open it.", "Close it."], "citations": []}""").Text, Is.EqualTo("Open it.\nClose it."));

    [TestCase("")]
    [TestCase("  ")]
    [TestCase("""{"answer": null}""")]
    [TestCase("""{"answer": "The help centre DOES NOT COVER this."}""")]
    public void Silence_and_the_agreed_phrases_abstain(string text) => Assert.That(Read(text).IsAbstention, Is.True);

    [TestCase("""{"answer": "Ask support.", "unknown": true}""", ExpectedResult = true)]
    [TestCase("""{"answer": "I don't know the limit of others; yours is 5.", "unknown": false}""", ExpectedResult = false)]
    [TestCase("""Sure: {"answer": "Ask support.", "unknown": true}""", ExpectedResult = true)]
    [TestCase("""{"answer": "", "unknown": false}""", ExpectedResult = true)]
    public bool A_flag_decides_before_words_do(string text) => Flagged(text);

    [TestCase("""{"answer": "I don't know."}""", ExpectedResult = true)]
    [TestCase("""{"answer": "I don't know.", "unknown": "no"}""", ExpectedResult = true)]
    [TestCase("""{"answer": "30 minutes", "unknown": null}""", ExpectedResult = false)]
    [TestCase("I don't know.", ExpectedResult = true)]
    public bool Without_a_flag_that_is_true_or_false_words_decide(string text) => Flagged(text);

    [Test]
    public void Phrases_that_were_not_agreed_do_not_abstain() => Assert.That(Read("I don't know.").IsAbstention, Is.False);

    [Test]
    public void Without_agreed_phrases_plain_English_counts() => Assert.That(new AnswerReader(new AnswerContract()).Read(Some.Answer("I don’t know.")).IsAbstention, Is.True);

    [Test]
    public void A_malformed_citation_is_left_out() => Assert.That(Read("""{"answer": "a", "citations": [3, {"sentence": "a"}, {"document": "b"}]}""").Citations, Is.EqualTo(new[] { new Citation("", "b") }));

    [Test]
    public void Markers_of_a_plain_text_are_read_where_the_contract_names_no_field()
    {
        var answer = Some.Answer("It is valid for 30 minutes [1].") with { Passages = [new Passage("p", "password-reset", "", "", new TextSpan(0, 1), 1)] };

        var reply = new AnswerReader(new AnswerContract()).Read(answer);

        Assert.That(reply.Citations.Single().Document, Is.EqualTo("password-reset"));
    }

    [TestCase("It is valid for 30 minutes.", "apart")]
    [TestCase("It is valid for 30 minutes [within].", "within")]
    public void What_a_service_cites_apart_counts_where_the_reply_cites_nothing(string text, string document)
    {
        var reply = new AnswerReader(new AnswerContract()).Read(Some.Answer(text) with { Citations = ["apart"] });

        Assert.That(reply.Citations.Single().Document, Is.EqualTo(document));
    }

    private static Reply Read(string text) => new AnswerReader(Contract).Read(Some.Answer(text));

    private static bool Flagged(string text) => new AnswerReader(new AnswerContract { Text = "answer", Abstained = "unknown" }).Read(Some.Answer(text)).IsAbstention;
}
