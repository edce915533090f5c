using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Oracle;

namespace EvalHarness.Tests.Pipelines.Retrieval;

internal sealed class OracleRetrieverTests
{
    private const string Question = "How long is a reset link valid?";
    private const string Rows = """
        {"id":"a","question":"How long is a reset link valid?","answers":["30 minutes"],"evidence":[{"document":"password","quote":"valid for 30 minutes"}]}
        {"id":"b","question":"And the payment link?","answers":["14 days"],"evidence":[{"document":"payment","quote":"paid for 14 days"},{"document":"hours","quote":"gone from the corpus"}]}
        {"id":"c","question":"Who was Ada?","unanswerable":true}
        {"id":"d","split":"dev","question":"How long is a reset link valid?","answers":["Until 18:00"],"evidence":[{"document":"hours","quote":"until 18:00"}]}
        """;

    private static readonly RetrievalOptions Oracle = new() { Corpus = "corpus", Oracle = true, Passages = 1 };

    private static readonly Corpus Articles = new("2026-09", "some-hash",
    [
        new Document("hours", "Opening hours", null, "The workshop opens at 8:00. Customers collect items until 18:00."),
        new Document("links", "Links", null, "A reset link and a payment link are links. How long a link is valid is said elsewhere."),
        new Document("password", "Reset a password", null, "A reset link is valid for 30 minutes. After five wrong attempts the account is paused."),
        new Document("payment", "Payment links", null, "A payment link can be paid for 14 days. The link is sent by text message."),
    ]);

    [Test]
    public async Task It_gives_the_gold_passages_alone_whatever_a_search_would_find()
    {
        var found = await RetrieveAsync(Oracle, "And the payment link?");

        Assert.That(found.Passages.Select(p => p.Document), Is.EqualTo(new[] { "payment" }));
        Assert.That(found.Candidates.Single(), Has.Property(nameof(Candidate.Given)).True.And.Property(nameof(Candidate.RankAfter)).EqualTo(1));
        Assert.That(found.Candidates[0].ScoreParts["oracle"], Is.EqualTo(1));
    }

    [Test]
    public async Task Rows_that_ask_in_the_same_words_share_their_evidence()
    {
        var found = await RetrieveAsync(Oracle, Question);

        Assert.That(found.Passages.Select(p => p.Document), Is.EquivalentTo(new[] { "hours", "password" }));
    }

    [Test]
    public async Task A_question_without_an_answer_has_no_gold_passage()
    {
        Assert.That((await RetrieveAsync(Oracle, "Who was Ada?")).Passages, Is.Empty);
    }

    [Test]
    public async Task Distractors_are_the_best_passages_that_hold_no_evidence()
    {
        var found = await RetrieveAsync(Oracle with { OracleDistractors = 1 }, Question);

        Assert.That(found.Passages.Select(p => p.Document), Is.EquivalentTo(new[] { "hours", "links", "password" }));
        Assert.That(found.Candidates.Single(c => c.Document == "links").ScoreParts["oracle"], Is.Zero);
        Assert.That(found.Candidates.Single(c => c.Document == "links").ScoreParts.Keys, Does.Contain("bm25"));
        Assert.That(found.Candidates.Select(c => c.RankAfter), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(found.Passages.Select(p => p.Id), Is.EqualTo(found.Candidates.Select(c => c.PassageId)));
    }

    [Test]
    public async Task The_order_is_the_same_each_time_and_a_few_keep_theirs_among_more()
    {
        var (few, again, more) = (
            await RetrieveAsync(Oracle with { OracleDistractors = 1 }, Question),
            await RetrieveAsync(Oracle with { OracleDistractors = 1 }, Question),
            await RetrieveAsync(Oracle with { OracleDistractors = 2 }, Question));

        Assert.That(again.Passages, Is.EqualTo(few.Passages));
        Assert.That(more.Passages, Has.Count.EqualTo(4));
        Assert.That(more.Passages.Select(p => p.Id).Where(few.Passages.Select(p => p.Id).Contains), Is.EqualTo(few.Passages.Select(p => p.Id)));
    }

    [Test]
    public void A_question_that_no_row_asks_is_refused()
    {
        Assert.That(() => RetrieveAsync(Oracle, "What is new?"), Throws.InvalidOperationException.With.Message.Contains("no row of the dataset asks this question"));
    }

    [Test]
    public async Task A_passage_that_holds_all_of_a_quote_is_preferred_to_those_that_hold_a_part()
    {
        var text = string.Join(' ', Enumerable.Range(1, 60).Select(i => $"word{i}"));
        Corpus cut = new("cut", "cut-hash", [new Document("password", "Long", null, $"{text} valid for 30 minutes {text}"), .. Articles.Documents.Where(d => d.Id != "password")]);

        var found = await RetrieveAsync(Oracle with { Chunk = new ChunkOptions { Tokens = 40, Overlap = 30 } }, Question, cut);

        Assert.That(found.Passages.Where(p => p.Document == "password").Select(p => p.Text), Has.One.Items.And.All.Contains("valid for 30 minutes"));
    }

    [Test]
    public void Mended_evidence_changes_the_identity_of_an_oracle_and_of_no_other_retriever()
    {
        using TemporaryFolder folder = new();
        var file = folder.Write("samples.jsonl", Rows);
        var factory = Retrievers.Factory(Articles, evidence: new EvidenceByQuestion(file));
        IReadOnlyDictionary<string, string> Hashes(bool oracle) => factory.ContentHashes(Retrievers.Source(Oracle with { Oracle = oracle }));
        var (told, searching) = (Hashes(oracle: true), Hashes(oracle: false));

        folder.Write("samples.jsonl", Rows.Replace("paid for 14 days", "text message", StringComparison.Ordinal));

        Assert.That(Hashes(oracle: true)["oracle"], Is.Not.EqualTo(told["oracle"]));
        Assert.That(Hashes(oracle: false), Is.EqualTo(searching).And.Not.ContainKey("oracle"));
    }

    [Test]
    public void Distractors_without_an_oracle_and_an_oracle_without_a_dataset_are_refused()
    {
        var factory = Retrievers.Factory(Articles);

        Assert.That(factory.Check(Retrievers.Source(Oracle with { Oracle = false, OracleDistractors = 2 }), "pipeline 'rag'")!.Mend, Does.Contain("oracle: true"));
        Assert.That(factory.Check(Retrievers.Source(Oracle), "pipeline 'rag'")!.Found, Does.Contain("no dataset"));
    }

    private static async Task<Retrieved> RetrieveAsync(RetrievalOptions options, string question, Corpus? corpus = null)
    {
        using TemporaryFolder folder = new();
        var factory = Retrievers.Factory(corpus ?? Articles, evidence: new EvidenceByQuestion(folder.Write("samples.jsonl", Rows)));
        var retriever = await factory.BuildAsync(Retrievers.Source(options), CancellationToken.None);
        return await retriever.RetrieveAsync(question, new StageClock(TimeProvider.System), CancellationToken.None);
    }
}
