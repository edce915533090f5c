using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Vectors;
using EvalHarness.Providers.Stores;
using Npgsql;

namespace EvalHarness.Tests.Providers.Stores;

internal sealed class PgVectorStoreTests
{
    private const string Variable = "EVALHARNESS_TEST_POSTGRES";

    private static readonly RetrievalOptions Options = new()
    {
        Corpus = "corpus",
        Index = "dense",
        Embedder = new EmbedderOptions { Provider = "lsa", Dimensions = 64 },
        Store = "pgvector",
        ConnectionEnv = Variable,
        Chunk = new ChunkOptions { Tokens = 240, Overlap = 40 },
    };

    private static readonly Corpus Articles = CorpusReader.Read(Path.Combine(Repository.Helpdesk, "corpus", "2026-09"));

    private PgliteServer? server;
    private PgVectorStore store = new();

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        server = await PgliteServer.StartAsync();
        Environment.SetEnvironmentVariable(Variable, server.ConnectionString);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        store.Dispose();
        server?.Dispose();
    }

    [Test]
    public async Task PostgreSQL_finds_what_memory_finds()
    {
        var memory = await BuildAsync(Options with { Store = "memory" });
        var postgres = await BuildAsync(Options);

        foreach (var question in new[] { "How long is a reset link valid?", "refund of a deposit", "opening hours on Sunday" })
        {
            var (expected, found) = (await FindAsync(memory, question), await FindAsync(postgres, question));

            Assert.That(found.Candidates.Select(c => c.Score), Is.EqualTo(expected.Candidates.Select(c => c.Score)).Within(1e-5));
            Assert.That(found.Passages.Select(p => p.Id), Is.EqualTo(expected.Passages.Select(p => p.Id)));
        }
    }

    [Test]
    public async Task Many_questions_at_once_share_the_one_connection()
    {
        var retriever = await BuildAsync(Options);

        var found = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => FindAsync(retriever, $"question {i} on a refund")));

        Assert.That(found.Select(f => f.Passages.Count), Has.All.EqualTo(Options.Passages));
    }

    [Test]
    public async Task A_table_that_is_there_serves_a_machine_that_has_no_cache()
    {
        var options = Options with { Chunk = new ChunkOptions { Tokens = 120 } };
        PreparationLog first = new(), second = new();

        await BuildAsync(options, first);
        var found = await FindAsync(await BuildAsync(options, second), "How long is a reset link valid?");

        Assert.That((first.Entries.Single().FromCache, second.Entries.Single().FromCache), Is.EqualTo((false, true)));
        Assert.That(second.Entries[0].Duration, Is.Not.Zero);
        Assert.That(found.Passages[0].Document, Is.EqualTo("password-reset"));
    }

    [Test]
    public async Task A_build_that_was_killed_leaves_nothing_and_is_made_again()
    {
        var vectors = new EmbeddedChunks(new EmbeddingRecord([], null, null, TimeSpan.FromSeconds(1), DateTimeOffset.UnixEpoch), 2, [1, 0, float.NaN, 0]);
        const string BrokenKey = "00000000000000000000000000000000ffff";

        // PostgreSQL refuses what is not a number in the midst of the copy.
        Assert.That(() => store.CreateAsync(BrokenKey, Options, vectors, CancellationToken.None), Throws.TypeOf<InputException>());

        Assert.That(await store.FindAsync(BrokenKey, Options, CancellationToken.None), Is.Null);
        await store.CreateAsync(BrokenKey, Options, vectors with { Values = [1, 0, 0, 1] }, CancellationToken.None);
        Assert.That((await store.FindAsync(BrokenKey, Options, CancellationToken.None))!.Record.Duration, Is.EqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task A_vector_without_direction_is_never_found()
    {
        var vectors = new EmbeddedChunks(new EmbeddingRecord([], null, null, TimeSpan.Zero, DateTimeOffset.UnixEpoch), 2, [1, 0, 0, 0, 0, 1]);

        var index = await store.CreateAsync("0123456789abcdef0123456789abcdef", Options, vectors, CancellationToken.None);

        Assert.That((await index.SearchAsync(new float[] { 1, 0 }, 10, CancellationToken.None)).Select(h => h.Number), Is.EqualTo(new[] { 0, 2 }));
    }

    [Test]
    public async Task A_large_index_is_searched_by_its_graph_and_finds_nearly_what_a_scan_finds()
    {
        const int Count = 20_500;
        var random = new Random(1);
        var values = Enumerable.Range(0, Count).SelectMany(_ => UnitVector.Of([.. Enumerable.Range(0, 8).Select(_ => (float)random.NextDouble() - 0.5f)])!).ToArray();
        var vectors = new EmbeddedChunks(new EmbeddingRecord([], null, null, TimeSpan.Zero, DateTimeOffset.UnixEpoch), 8, values);

        var index = await store.CreateAsync("abcdef0123456789abcdef0123456789", Options, vectors, CancellationToken.None);
        var exact = await (await new MemoryVectorStore().CreateAsync("", Options, vectors, CancellationToken.None)).SearchAsync(vectors[7], 50, CancellationToken.None);
        var found = await index.SearchAsync(vectors[7], 50, CancellationToken.None);

        Assert.That(await PlanAsync("evalharness_abcdef0123456789abcdef0123456789"), Does.Match(@"Limit [^\n]*\n *->  Index Scan using \w*embedding"), "nothing is sorted between the graph and the limit: older servers would leave the graph");
        Assert.That(found, Has.Count.EqualTo(50));
        Assert.That(found.Select(h => h.Number).Intersect(exact.Select(h => h.Number)).Count(), Is.GreaterThanOrEqualTo(45));
    }

    [Test]
    public async Task The_server_and_its_extension_are_told_without_making_anything()
    {
        var found = await new PgVectorProbe(store).ProbeAsync(Options, CancellationToken.None);

        Assert.That(found.Problem, Is.Null);
        Assert.That(found.Found, Does.Match(@"^PostgreSQL 1\d.*, vector \d"));
    }

    [Test]
    public async Task A_server_without_the_extension_is_named_with_the_mend_and_without_the_password()
    {
        const string Bare = "EVALHARNESS_TEST_POSTGRES_BARE";
        using var bare = await PgliteServer.StartAsync("--without-vector");
        using PgVectorStore without = new();
        Environment.SetEnvironmentVariable(Bare, bare.ConnectionString);

        Assert.That(
            () => without.FindAsync("0123456789abcdef0123456789abcdef", Options with { ConnectionEnv = Bare }, CancellationToken.None),
            Throws.TypeOf<InputException>().With.Message.Contains("no extension vector").And.Message.Contains("Install pgvector").And.Message.Not.Contains("planted-password"));
    }

    private Task<IRetriever> BuildAsync(RetrievalOptions options, PreparationLog? preparation = null) =>
        Retrievers.Factory(Articles, preparation: preparation, store: store).BuildAsync(Retrievers.Source(options), CancellationToken.None);

    private static Task<Retrieved> FindAsync(IRetriever retriever, string question) =>
        retriever.RetrieveAsync(question, new StageClock(TimeProvider.System), CancellationToken.None);

    // The server takes no second connection: the store's goes, and it opens another when it needs one.
    private async Task<string> PlanAsync(string table)
    {
        store.Dispose();
        store = new PgVectorStore();
        await using NpgsqlConnection connection = new(server!.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using NpgsqlCommand explain = new($"explain {PgVectorIndex.ByGraph(table).Replace("$1", "'[1,0,0,0,0,0,0,0]'", StringComparison.Ordinal).Replace("$2", "50", StringComparison.Ordinal)}", connection);
        await using var reader = await explain.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
