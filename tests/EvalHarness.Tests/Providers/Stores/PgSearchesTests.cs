using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Stores;
using EvalHarness.Tests.Providers.Endpoints;
using Npgsql;

namespace EvalHarness.Tests.Providers.Stores;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PgSearchesTests
{
    private static readonly NpgsqlConnectionStringBuilder Nowhere = new($"Host=127.0.0.1;Port={LoopbackServer.FreePort()};Database=vectors;Username=me;Password=planted-password");

    private readonly QuickTime time = new();
    private int searched;

    [Test]
    public async Task A_connection_that_fails_is_tried_again()
    {
        var found = await time.RunAsync(new PgSearches("store", time).RunAsync(_ => ++searched < 3 ? throw Lost() : Task.FromResult(42), CancellationToken.None));

        Assert.That((found, searched), Is.EqualTo((42, 3)));
    }

    [Test]
    public async Task What_the_server_refuses_is_not_tried_again_and_says_what_to_mend()
    {
        var searches = new PgSearches("store pgvector (PG: db:5432/x)", time);

        var failure = await Assert.ThrowsAsync<StoreException>(() => searches.RunAsync<int>(
            _ =>
            {
                searched++;
                throw new PostgresException("relation \"t\" does not exist", "ERROR", "ERROR", "42P01");
            },
            CancellationToken.None));

        Assert.That(searched, Is.EqualTo(1));
        Assert.That(failure, Is.InstanceOf<IEndpointFailure>());
        Assert.That(failure!.Message, Does.StartWith("store pgvector (PG: db:5432/x): the index is gone").And.Contain("Run the same command again"));
    }

    [Test]
    public async Task After_three_failed_searches_in_a_row_nobody_searches_any_more()
    {
        using PgDatabase database = new("EVALHARNESS_PG", Nowhere, time);
        var index = new PgVectorIndex(database, new PgVectorTable(new string('a', 32)), new PgVectorShape(2, 2));

        for (var i = 0; i < 2; i++)
            Assert.That(await FailureAsync(index), Is.TypeOf<StoreException>().With.Message.Contains("EVALHARNESS_PG: 127.0.0.1").And.Message.Contains("cannot be reached (ConnectionRefused)"));
        var stopped = await FailureAsync(index);

        Assert.That(stopped, Is.TypeOf<EndpointStoppedException>().With.Message.Contains("3 searches in a row. Check that the server runs there").And.Message.Not.Contains("planted-password"));
        Assert.That(() => database.SearchAsync((_, _) => Task.FromResult(1), CancellationToken.None), Throws.TypeOf<EndpointStoppedException>());
    }

    [Test]
    public async Task A_search_that_succeeds_in_between_stops_nothing()
    {
        var searches = new PgSearches("store", time);

        for (var i = 0; i < 6; i++)
            if (i % 2 == 0)
                Assert.That(() => time.RunAsync(searches.RunAsync<int>(_ => throw Lost(), CancellationToken.None)), Throws.TypeOf<StoreException>());
            else
                Assert.That(await searches.RunAsync(_ => Task.FromResult(i), CancellationToken.None), Is.EqualTo(i));
    }

    private static NpgsqlException Lost() => new("the connection broke", new IOException("reset"));

    private async Task<Exception?> FailureAsync(PgVectorIndex index)
    {
        try
        {
            await time.RunAsync(index.SearchAsync(new float[] { 1, 0 }, 2, CancellationToken.None));
            return null;
        }
        catch (Exception exception) when (exception is StoreException or EndpointStoppedException)
        {
            return exception;
        }
    }
}
