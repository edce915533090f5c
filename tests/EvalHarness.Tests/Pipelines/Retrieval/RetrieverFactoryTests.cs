using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Chunks;
using EvalHarness.Pipelines.Retrieval.Vectors;
using Microsoft.Extensions.AI;

namespace EvalHarness.Tests.Pipelines.Retrieval;

internal sealed class RetrieverFactoryTests
{
    private static readonly Corpus Articles = new("2026-09", "some-hash",
    [
        new Document("hours", "Opening hours", null, "The workshop opens at 8:00. Customers collect items until 18:00."),
        new Document("password", "Reset a password", null, "A reset link is valid for 30 minutes. After five wrong attempts the account is paused."),
        new Document("payment", "Payment links", null, "A payment link can be paid for 14 days. The link is sent by text message."),
    ]);

    private static readonly RetrievalOptions Dense = new() { Corpus = "corpus", Index = "dense", Embedder = new EmbedderOptions { Provider = "char-ngrams" } };

    [Test]
    public async Task A_dense_index_forgives_a_misspelt_word_that_keywords_do_not_find()
    {
        var keyword = await RetrieveAsync(Dense with { Index = "keyword" }, "pasword resett");
        var dense = await RetrieveAsync(Dense, "pasword resett");

        Assert.That(keyword.Passages, Is.Empty);
        Assert.That(dense.Passages[0].Document, Is.EqualTo("password"));
        Assert.That(dense.Candidates[0].ScoreParts["cosine"], Is.EqualTo(dense.Candidates[0].Score).And.InRange(0.05, 1));
    }

    [Test]
    public async Task A_hybrid_index_shows_what_each_search_gave()
    {
        var found = await RetrieveAsync(Dense with { Index = "hybrid", FusionK = 10 }, "reset link");

        Assert.That(found.Candidates[0].ScoreParts.Keys, Is.SupersetOf(new[] { "bm25", "cosine", "rrf" }));

        // First in one search and second in the other.
        Assert.That(found.Candidates[0].Score, Is.EqualTo((1.0 / 11) + (1.0 / 12)).Within(1e-12));
        Assert.That(found.Candidates[0].MatchedTerms, Is.EqualTo(new[] { "reset", "link" }));
        Assert.That(found.Candidates, Has.Count.EqualTo(3));
    }

    [TestCase("dense")]
    [TestCase("hybrid")]
    public async Task Vectors_can_be_reranked_by_the_words_they_stand_for(string index)
    {
        var found = await RetrieveAsync(Dense with { Index = index, Rerank = "proximity" }, "payment link");

        Assert.That(found.Passages[0].Document, Is.EqualTo("payment"));
        Assert.That(found.Candidates[0].ScoreParts["search"], Is.InRange(0, 1));
        Assert.That(found.Candidates.Select(c => c.RankBefore), Is.EquivalentTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public async Task A_question_without_a_word_that_counts_is_ranked_without_a_missing_number()
    {
        var found = await RetrieveAsync(Dense with { Rerank = "proximity" }, "what is it");

        Assert.That(found.Candidates.Select(c => c.Score), Is.Not.Empty.And.All.InRange(0, 1));
    }

    [Test]
    public async Task Embedding_searching_and_reranking_are_timed_apart()
    {
        var clock = new StageClock(TimeProvider.System);

        await (await Retrievers.Factory(Articles).BuildAsync(Retrievers.Source(Dense with { Rerank = "proximity" }), CancellationToken.None)).RetrieveAsync("link", clock, CancellationToken.None);

        Assert.That(clock.Stages.Keys, Is.EquivalentTo(new[] { "embed", "search", "rerank" }));
    }

    [Test]
    public async Task A_second_run_embeds_nothing_and_the_ledger_says_what_it_took_the_first_time()
    {
        using TemporaryFolder folder = new();
        var options = Dense with { Embedder = new EmbedderOptions { Provider = "counting" } };
        PreparationLog first = new(), second = new();
        var (before, after) = (new CountingEmbedder(), new CountingEmbedder());

        await BuildAsync(options, folder, first, before);
        await BuildAsync(options, folder, second, after);

        Assert.That((before.Texts, after.Texts), Is.EqualTo((3, 0)));
        Assert.That((first.Entries.Single().FromCache, second.Entries.Single().FromCache), Is.EqualTo((false, true)));
        Assert.That(second.Entries[0].What, Is.EqualTo("dense index of 2026-09, 3 passages, counting in memory"));
        Assert.That(second.Entries[0].Usage, Is.EqualTo(new TokenUsage(30, 0)));
        Assert.That(second.Entries[0].Model, Is.EqualTo("some-embedder"));
    }

    [Test]
    public async Task Pipelines_that_ask_alike_share_one_index()
    {
        var embedder = new CountingEmbedder();
        var factory = Retrievers.Factory(Articles, embedder: embedder);
        var options = Dense with { Embedder = new EmbedderOptions { Provider = "counting" } };

        await Task.WhenAll(Enumerable.Range(1, 4).Select(passages => factory.BuildAsync(Retrievers.Source(options with { Passages = passages }), CancellationToken.None)));

        Assert.That(embedder.Texts, Is.EqualTo(3));
    }

    [Test]
    public async Task Another_chunk_size_or_dimension_is_another_index()
    {
        using TemporaryFolder folder = new();
        var embedder = new CountingEmbedder();
        var options = Dense with { Embedder = new EmbedderOptions { Provider = "counting" } };

        await BuildAsync(options, folder, new PreparationLog(), embedder);
        await BuildAsync(options with { Chunk = new ChunkOptions { Tokens = 200 } }, folder, new PreparationLog(), embedder);
        await BuildAsync(options with { Embedder = options.Embedder! with { Dimensions = 5 } }, folder, new PreparationLog(), embedder);
        await BuildAsync(options with { Embedder = options.Embedder! with { PriceAs = "another" } }, folder, new PreparationLog(), embedder);

        Assert.That(embedder.Texts, Is.EqualTo(9));
    }

    [TestCase(0)]
    [TestCase(40)]
    [TestCase(-1)]
    public async Task A_damaged_index_file_is_built_again(int keep)
    {
        using TemporaryFolder folder = new();
        var options = Dense with { Embedder = new EmbedderOptions { Provider = "counting" } };
        var embedder = new CountingEmbedder();
        await BuildAsync(options, folder, new PreparationLog(), embedder);
        var file = Directory.EnumerateFiles(folder.FullPath).Single();
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^40] ^= 1;
        await File.WriteAllBytesAsync(file, keep < 0 ? bytes : bytes[..keep]);

        await BuildAsync(options, folder, new PreparationLog(), embedder);
        await BuildAsync(options, folder, new PreparationLog(), embedder);

        Assert.That(embedder.Texts, Is.EqualTo(6));
    }

    [Test]
    public async Task An_embedding_that_failed_is_tried_again_by_the_next_that_asks()
    {
        var embedder = new CountingEmbedder { FailsOnce = true };
        var factory = Retrievers.Factory(Articles, embedder: embedder);
        var source = Retrievers.Source(Dense with { Embedder = new EmbedderOptions { Provider = "counting" } });

        Assert.That(() => factory.BuildAsync(source, CancellationToken.None), Throws.TypeOf<HttpRequestException>());

        Assert.That((await (await factory.BuildAsync(source, CancellationToken.None)).RetrieveAsync("link", new StageClock(TimeProvider.System), CancellationToken.None)).Candidates, Is.Not.Empty);
    }

    private static IEnumerable<TestCaseData> WrongOptions()
    {
        yield return new TestCaseData(Dense with { Embedder = null }, "without an embedder").SetArgDisplayNames("no embedder");
        yield return new TestCaseData(Dense with { Embedder = new EmbedderOptions { Provider = "word2vec" } }, "no embedder 'word2vec'").SetArgDisplayNames("unknown embedder");
        yield return new TestCaseData(Dense with { Embedder = new EmbedderOptions { Endpoint = "nowhere", Name = "m" } }, "no endpoint 'nowhere'").SetArgDisplayNames("unknown endpoint");
        yield return new TestCaseData(Dense with { Store = "faiss" }, "no vector store 'faiss'").SetArgDisplayNames("unknown store");
        yield return new TestCaseData(Dense with { Rerank = "http" }, "without a reranker").SetArgDisplayNames("no reranker");
        yield return new TestCaseData(Dense with { Rerank = "http", Reranker = new RerankerOptions { Endpoint = "nowhere", Name = "m" } }, "no endpoint 'nowhere'").SetArgDisplayNames("unknown rerank endpoint");
    }

    [TestCaseSource(nameof(WrongOptions))]
    public void What_is_wrong_is_said_before_anything_is_built(RetrievalOptions options, string found)
    {
        var factory = Retrievers.Factory(Articles);

        Assert.That(factory.Check(Retrievers.Source(options), "pipeline 'rag'")?.ToString(), Does.StartWith("pipeline 'rag'").And.Contains(found));
        Assert.That(() => factory.ContentHashes(Retrievers.Source(options)), Throws.TypeOf<InputException>());
    }

    [Test]
    public void Contents_that_change_what_is_found_have_hashes()
    {
        var factory = Retrievers.Factory(Articles);
        var (keyword, dense, sentences) = (Hashes(Dense with { Index = "keyword" }), Hashes(Dense), Hashes(Dense with { Chunk = new ChunkOptions { By = "sentences" } }));

        Assert.That(keyword.Keys, Is.EquivalentTo(new[] { "retrieval" }));
        Assert.That(dense.Keys, Is.EquivalentTo(new[] { "embedder", "retrieval" }));
        Assert.That(sentences["retrieval"], Is.Not.EqualTo(dense["retrieval"]));

        IReadOnlyDictionary<string, string> Hashes(RetrievalOptions options) => factory.ContentHashes(Retrievers.Source(options));
    }

    private static Task<IRetriever> BuildAsync(RetrievalOptions options, TemporaryFolder folder, PreparationLog preparation, IEmbedderProvider embedder) =>
        Retrievers.Factory(Articles, folder.FullPath, preparation, embedder).BuildAsync(Retrievers.Source(options), CancellationToken.None);

    private static async Task<Retrieved> RetrieveAsync(RetrievalOptions options, string question) =>
        await (await Retrievers.Factory(Articles).BuildAsync(Retrievers.Source(options), CancellationToken.None)).RetrieveAsync(question, new StageClock(TimeProvider.System), CancellationToken.None);

    private sealed class CountingEmbedder : IEmbedderProvider
    {
        public string Name => "counting";

        public int Texts { get; private set; }

        public bool FailsOnce { get; set; }

        public InputProblem? Check(EmbedderSource source, string where) => null;

        public string ContentHash(EmbedderSource source) => "counting/1";

        public byte[] Learn(EmbedderSource source, IReadOnlyList<string> texts) => [1, 2, 3];

        public IEmbeddingGenerator<string, Embedding<float>> Connect(EmbedderSource source, byte[] learnt)
        {
            Assert.That(learnt, Is.EqualTo(new byte[] { 1, 2, 3 }));
            return new Generator(this);
        }

        private sealed class Generator(CountingEmbedder owner) : IEmbeddingGenerator<string, Embedding<float>>
        {
            public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
            {
                if (owner.FailsOnce)
                {
                    owner.FailsOnce = false;
                    throw new HttpRequestException("gone");
                }

                string[] texts = [.. values];
                owner.Texts += texts.Length;
                CallLogOptions.CallLogIn(options?.AdditionalProperties)?.Add(new ModelCall { Kind = "embedding", Endpoint = "e", Model = "some-embedder", Usage = new TokenUsage(10 * texts.Length, 0) });
                return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(texts.Select(t => new Embedding<float>(new float[] { t.Length, 1, 2 }))));
            }

            public object? GetService(Type serviceType, object? serviceKey = null) => null;

            public void Dispose()
            {
            }
        }
    }
}
