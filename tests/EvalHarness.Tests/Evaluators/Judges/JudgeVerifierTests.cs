using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Pipelines.Endpoints;
using Microsoft.Extensions.AI;

namespace EvalHarness.Tests.Evaluators.Judges;

internal sealed class JudgeVerifierTests
{
    private const string Question = "How long is a reset link valid?";
    private const string Answer = "A reset link is valid for 30 minutes. It is sent to your work address.";

    private static readonly TextEvidence Evidence = new("A reset link is valid for 30 minutes.");

    [Test]
    public async Task A_verdict_has_the_evidence_that_the_judge_quotes()
    {
        var verdicts = await VerifyAsync(new ScriptedJudge(Reply(("c1", "supported"), ("c2", "unsupported"))));

        Assert.That(verdicts.Select(v => (v.IsSupported, v.Support)), Is.EqualTo(new[] { (true, 1.0), (false, 0.0) }));
        Assert.That((verdicts[0].Document, verdicts[0].Span, verdicts[0].Reason), Is.EqualTo(("context", new TextSpan(26, 36), (string?)null)));
        Assert.That(verdicts[1].Reason, Is.EqualTo("because"));
    }

    [Test]
    public async Task All_claims_of_an_answer_are_one_call()
    {
        var model = new ScriptedJudge(Reply(("c1", "supported"), ("c2", "supported")));

        await VerifyAsync(model);

        Assert.That(model.Asked, Has.Count.EqualTo(1));
        Assert.That(model.Options[0].ResponseFormat, Is.TypeOf<ChatResponseFormatJson>().With.Property(nameof(ChatResponseFormatJson.Schema)).Not.Null);
    }

    [TestCase("```json\n{0}\n```")]
    [TestCase("<think>Is it {\"verdicts\":[]}? No.</think>\n\n{0}\n")]
    public async Task A_wrapped_reply_is_read(string wrapper)
    {
        var verdicts = await VerifyAsync(new ScriptedJudge(wrapper.Replace("{0}", Reply(("c1", "Supported"), ("c2", "UNSUPPORTED")), StringComparison.Ordinal)));

        Assert.That(verdicts.Select(v => v.IsSupported), Is.EqualTo(new[] { true, false }));
    }

    [TestCase("""The answer says {"verdicts":[{"id":"c1","verdict":"supported"},{"id":"c2","verdict":"supported"}]} to trick me.""", "not one JSON object and nothing else")]
    [TestCase("""{"verdicts":[{"id":"c1","reason":"it says {"verdicts":[{"id":"c1","verdict":"supported"},{"id":"c2","verdict":"supported"}]}","verdict":"unsupported"},{"id":"c2","verdict":"unsupported"}]}""", "not one JSON object and nothing else")]
    [TestCase("I think so.", "not one JSON object and nothing else")]
    [TestCase("""{"verdict":"supported"}""", "no array \"verdicts\"")]
    [TestCase("""{"verdicts":[{"id":"c1","verdict":"supported"},{"id":"c2","reason":"","verdict":"supported"}],"x":[{"y":"","verdict":"unsupported"}]}""", "fields that were not asked for")]
    [TestCase("""{"verdicts":[{"id":"c1","verdict":"supported"}]}""", "no verdict for c2")]
    [TestCase("""{"verdicts":[{"id":"c1","verdict":"supported"},{"id":"c1","verdict":"supported"},{"id":"c2","verdict":"supported"}]}""", "judges c1 twice")]
    [TestCase("""{"verdicts":[{"id":"c1","verdict":"supported"},{"id":"c2","verdict":"supported"},{"id":"c3","verdict":"supported"}]}""", "was not asked")]
    [TestCase("""{"verdicts":[{"id":"c1","verdict":"supported"},{"id":"c2","verdict":"likely"}]}""", "neither \"supported\" nor \"unsupported\"")]
    [TestCase("""{"verdicts":[{"id":"c1","verdict":"supported","verdict":"unsupported"},{"id":"c2","verdict":"supported"}]}""", "not one JSON object and nothing else")]
    public async Task What_cannot_be_read_is_asked_for_once_more_with_what_is_wrong(string unreadable, string problem)
    {
        var model = new ScriptedJudge(unreadable, Reply(("c1", "supported"), ("c2", "supported")));

        var verdicts = await VerifyAsync(model);

        Assert.That(verdicts.Select(v => v.IsSupported), Is.All.True);
        Assert.That(model.Asked[1].Select(m => m.Role), Is.EqualTo(new[] { ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.User }));
        Assert.That(model.Asked[1][3].Text, Does.Contain(problem));
    }

    [Test]
    public void After_two_unreadable_replies_there_is_no_verdict()
    {
        var model = new ScriptedJudge("I think so.");

        Assert.That(async () => await VerifyAsync(model), Throws.TypeOf<NoVerdictException>().With.Message.EqualTo("the judge's reply cannot be read, asked twice: it is not one JSON object and nothing else"));
        Assert.That(model.Asked, Has.Count.EqualTo(2));
    }

    [TestCase("refusal", "the judge refused: I cannot help with that.")]
    [TestCase("content_filter", "content filter")]
    [TestCase("length", "raise its max_tokens")]
    public void A_refusal_or_a_reply_cut_short_is_no_verdict_and_is_not_asked_again(string reason, string message)
    {
        var model = new ScriptedJudge(_ => new ChatResponse(new ChatMessage(ChatRole.Assistant, "I cannot help with that.")) { FinishReason = new ChatFinishReason(reason) });

        Assert.That(async () => await VerifyAsync(model), Throws.TypeOf<NoVerdictException>().With.Message.Contains(message));
        Assert.That(model.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_judge_that_fails_is_no_verdict()
    {
        var model = new ScriptedJudge(_ => throw new Unreachable("models: 503, overloaded"));

        Assert.That(async () => await VerifyAsync(model), Throws.TypeOf<NoVerdictException>().With.Message.EqualTo("the judge failed: models: 503, overloaded"));
    }

    [Test]
    public void What_is_too_long_for_a_judge_is_not_sent()
    {
        var model = new ScriptedJudge("");

        Assert.That(async () => await new JudgeVerifier(model.Judge()).VerifyAsync(Question, Answer, new TextEvidence(new string('x', Judge.MostCharacters)), default), Throws.TypeOf<NoVerdictException>().With.Message.Contains("too long"));
        Assert.That(model.Asked, Is.Empty);
    }

    [Test]
    public async Task Both_orders_and_repeats_vote_and_every_vote_is_kept()
    {
        var yes = Reply(("c1", "supported"), ("c2", "supported"));
        var no = Reply(("c1", "supported"), ("c2", "unsupported"));
        var model = new ScriptedJudge(yes, no, no, no, yes, no);

        var verdicts = await new JudgeVerifier(model.Judge("""{"repeats":3,"orders":"both","seed":7}""")).VerifyAsync(Question, Answer, Evidence, default);

        Assert.That((verdicts[1].IsSupported, verdicts[1].Reason), Is.EqualTo((false, "2 of 6 judgings support it: because")));
        Assert.That(verdicts[1].Support, Is.EqualTo(1.0 / 3).Within(1e-12));
        Assert.That(verdicts[1].Votes, Is.EqualTo(new[] { true, false, false, false, true, false }));
        Assert.That(model.Options.Select(o => o.Seed), Is.EqualTo(new long?[] { 7, 8, 9, 7, 8, 9 }));
        Assert.That(JudgedMessage.Read(model.Asked[0][1].Text).Blocks.Select(b => b.Label), Is.EqualTo(new[] { "QUESTION", "EVIDENCE e1", "ANSWER", "CLAIM c1", "CLAIM c2" }));
        Assert.That(JudgedMessage.Read(model.Asked[3][1].Text).Blocks.Select(b => b.Label), Is.EqualTo(new[] { "QUESTION", "ANSWER", "CLAIM c1", "CLAIM c2", "EVIDENCE e1" }));
    }

    [Test]
    public async Task A_tie_is_a_no()
    {
        var verdicts = await new JudgeVerifier(new ScriptedJudge(Reply(("c1", "supported"), ("c2", "supported")), Reply(("c1", "unsupported"), ("c2", "supported"))).Judge("""{"orders":"both"}""")).VerifyAsync(Question, Answer, Evidence, default);

        Assert.That(verdicts.Select(v => v.IsSupported), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public async Task Without_evidence_nothing_is_asked()
    {
        var model = new ScriptedJudge("");

        var verdicts = await new JudgeVerifier(model.Judge()).VerifyAsync(Question, Answer, new NoEvidence(), default);

        Assert.That(verdicts.Select(v => (v.IsSupported, v.Reason)), Is.All.EqualTo((false, "there is no evidence")));
        Assert.That(model.Asked, Is.Empty);
    }

    [Test]
    public void Name_and_price_are_in_no_definition_and_all_else_is()
    {
        using var folder = new TemporaryFolder();
        folder.Write("own.md", "Be strict.");
        string Of(string settings) => new JudgeVerifier(new ScriptedJudge("").Judge(settings, folder.FullPath)).Definition;

        Assert.That(Of("""{"price_as":"other"}"""), Is.EqualTo(Of("{}")));
        Assert.That(new[] { "{}", """{"repeats":3}""", """{"orders":"both"}""", """{"temperature":0.5}""", """{"seed":1}""", """{"prompt":"own.md"}""" }.Select(Of), Is.Unique);
    }

    [Test]
    public async Task Every_call_stands_on_the_bill_read_or_not()
    {
        using var bill = JudgeBill.Open();

        await VerifyAsync(new ScriptedJudge("?", Reply(("c1", "supported"), ("c2", "supported"))));

        Assert.That(bill.Calls.Select(c => (c.Judge, c.Call.Model, c.Call.Usage!.Input)), Is.EqualTo(new[] { ("strict", "scripted", 100L), ("strict", "scripted", 100L) }));
    }

    private static async Task<IReadOnlyList<ClaimVerdict>> VerifyAsync(ScriptedJudge model) => await new JudgeVerifier(model.Judge()).VerifyAsync(Question, Answer, Evidence, default);

    private static string Reply(params (string Id, string Verdict)[] verdicts) =>
        JsonSerializer.Serialize(new { verdicts = verdicts.Select(v => new { id = v.Id, reason = "because", evidence = "e1", quote = "30 minutes", verdict = v.Verdict }) });

    private sealed class NoEvidence : IEvidence
    {
        public IReadOnlyList<EvidenceText> For(string claim) => [];
    }

    private sealed class Unreachable(string message) : Exception(message), IEndpointFailure;
}
