using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Providers.Stores;

namespace EvalHarness.Tests.Providers.Stores;

internal sealed class PgVectorCheckTests
{
    private const string Variable = "EVALHARNESS_TEST_POSTGRES_CHECK";

    [TestCase(null, null, "without a connection")]
    [TestCase("EVALHARNESS_TEST_NOT_SET", null, "EVALHARNESS_TEST_NOT_SET is not set")]
    [TestCase(Variable, "postgres://user:planted-password@db/x", "does not hold a connection string")]
    [TestCase(Variable, "Host=db;Prot=5432;Password=planted-password", "does not hold a connection string")]
    [TestCase(Variable, "Username=x;Password=planted-password", "does not hold a connection string")]
    public void A_connection_that_is_none_is_said_without_repeating_it(string? variable, string? text, string found)
    {
        using PgVectorStore store = new();
        Environment.SetEnvironmentVariable(Variable, text);

        var problem = store.Check(new RetrievalOptions { Corpus = "corpus", ConnectionEnv = variable }, "pipeline 'rag'")?.ToString();

        Assert.That(problem, Does.Contain(found).And.Not.Contain("planted-password"));
    }

    [Test]
    public void A_server_that_is_not_there_is_named_with_its_address_and_without_the_password()
    {
        using PgVectorStore store = new();
        Environment.SetEnvironmentVariable(Variable, $"Host=127.0.0.1;Port={LoopbackServer.FreePort()};Database=vectors;Username=me;Password=planted-password");

        Assert.That(
            () => store.FindAsync("0123456789abcdef0123456789abcdef", new RetrievalOptions { Corpus = "corpus", ConnectionEnv = Variable }, CancellationToken.None),
            Throws.TypeOf<InputException>().With.Message.Contains("127.0.0.1").And.Message.Contains("cannot be reached").And.Message.Contains("ConnectionRefused").And.Message.Not.Contains("planted-password"));
    }
}
