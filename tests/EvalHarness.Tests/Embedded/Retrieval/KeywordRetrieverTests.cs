using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Retrieval;

namespace EvalHarness.Tests.Embedded.Retrieval;

internal sealed class KeywordRetrieverTests
{
    private static readonly Corpus Articles = new("2026-09", "some-hash",
    [
        new Document("opening-hours", "Opening hours", null, "The workshop opens at 8:00. Customers collect items until 18:00."),
        new Document("password-reset", "Reset a password", null, "A reset link is valid for 30 minutes. After five wrong attempts the account is paused."),
        new Document("payment-links", "Payment links", null, "A payment link can be paid for 14 days. The link is sent by text message."),
    ]);

    [Test]
    public async Task The_passage_that_has_the_words_of_the_question_comes_first()
    {
        var found = await RetrieveAsync("How long is a password reset link valid?");

        Assert.That(found.Passages[0].Document, Is.EqualTo("password-reset"));
        Assert.That(found.Passages[0].Text, Does.StartWith("A reset link"));
        Assert.That(found.Candidates[0].MatchedTerms, Is.EqualTo(new[] { "password", "reset", "link", "valid" }));
    }

    [Test]
    public async Task A_word_in_the_title_alone_is_enough()
    {
        var found = await RetrieveAsync("opening", rerank: "none");

        Assert.That(found.Passages[0].Document, Is.EqualTo("opening-hours"));
        Assert.That(found.Candidates[0].ScoreParts["bm25-title"], Is.GreaterThan(0));
    }

    [Test]
    public async Task Without_a_reranker_ranks_stay_and_the_parts_add_up_to_the_score()
    {
        var found = await RetrieveAsync("payment link valid for days", rerank: "none");

        Assert.That(found.Candidates, Has.Count.EqualTo(2));
        Assert.That(found.Candidates.Select(c => c.RankAfter), Is.EqualTo(found.Candidates.Select(c => c.RankBefore)));
        Assert.That(found.Candidates.Select(c => c.ScoreParts["bm25"] + c.ScoreParts["bm25-title"]), Is.EqualTo(found.Candidates.Select(c => c.Score)).Within(1e-6));
    }

    [Test]
    public async Task The_reranker_lifts_a_passage_in_which_the_words_stand_together()
    {
        Corpus corpus = new("c", "h2",
        [
            new Document("apart", "First", null, "Deposit deposit deposit here. The clock shows when shops in town close, and who opens the door for a refund refund refund."),
            new Document("together", "Second", null, "The workshop keeps notes on each bicycle, each violin, each shoe and each telephone. A deposit refund takes three days."),
            .. Enumerable.Range(0, 5).Select(i => new Document($"other-{i}", "Other", null, "Nothing of the kind.")),
        ]);

        var before = await RetrieveAsync("deposit refund", rerank: "none", corpus: corpus);
        var after = await RetrieveAsync("deposit refund", rerank: "proximity", corpus: corpus);

        Assert.That(before.Candidates.Select(c => c.Document), Is.EqualTo(new[] { "apart", "together" }));
        var lifted = after.Candidates.Single(c => c.Document == "together");
        Assert.That(lifted.ScoreParts["proximity"], Is.EqualTo(1));
        Assert.That(after.Candidates.Single(c => c.Document == "apart").ScoreParts["proximity"], Is.LessThan(1));
        Assert.That(lifted.RankBefore, Is.EqualTo(2));
    }

    [Test]
    public async Task Only_what_the_model_is_given_is_marked_as_given()
    {
        var found = await RetrieveAsync("link", passages: 1);

        Assert.That(found.Passages, Has.Count.EqualTo(1));
        Assert.That(found.Candidates.Select(c => c.Given), Is.EqualTo(new[] { true, false }));
    }

    [TestCase("")]
    [TestCase("what is it?")]
    [TestCase("zebra")]
    public async Task A_question_that_matches_nothing_finds_nothing(string question)
    {
        Assert.That((await RetrieveAsync(question)).Candidates, Is.Empty);
    }

    [TestCase("link AND (title:\"reset\" OR *:*) ~2^9 [a TO z] \\")]
    [TestCase("+link -password \"")]
    public async Task Query_syntax_in_a_question_is_only_words(string question)
    {
        Assert.That((await RetrieveAsync(question)).Candidates, Is.Not.Empty);
    }

    [Test]
    public async Task A_question_of_thousands_of_words_is_searched()
    {
        var question = string.Join(' ', Enumerable.Range(0, 5000).Select(i => $"word{i}")) + " link";

        Assert.That(async () => await RetrieveAsync("link " + question), Throws.Nothing);
        Assert.That((await RetrieveAsync("link " + question)).Candidates, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Search_and_rerank_are_timed_apart()
    {
        var clock = new StageClock(TimeProvider.System);

        await (await BuildAsync(Options())).RetrieveAsync("link", clock, CancellationToken.None);

        Assert.That(clock.Stages.Keys, Is.EquivalentTo(new[] { "search", "rerank" }));
    }

    [Test]
    public void An_unknown_reranker_is_named()
    {
        Assert.That(() => BuildAsync(Options() with { Rerank = "magic" }), Throws.TypeOf<InputException>().With.Message.Contains("magic").And.Message.Contains("proximity"));
    }

    private static RetrievalOptions Options() => new() { Corpus = "corpus", Rerank = "proximity" };

    private static async Task<Retrieved> RetrieveAsync(string question, string rerank = "proximity", int passages = 4, Corpus? corpus = null) =>
        await (await BuildAsync(Options() with { Rerank = rerank, Passages = passages }, corpus)).RetrieveAsync(question, new StageClock(TimeProvider.System), CancellationToken.None);

    private static Task<IRetriever> BuildAsync(RetrievalOptions options, Corpus? corpus = null) =>
        Retrievers.Factory(corpus ?? Articles).BuildAsync(Retrievers.Source(options), CancellationToken.None);
}
