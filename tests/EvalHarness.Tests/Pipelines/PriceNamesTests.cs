using System.Text.Json.Nodes;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Pipelines;

public sealed class PriceNamesTests
{
    private const string Rag = """{"model": {"endpoint": "e", "name": "m", "price_as": "a"}, "retrieval": {"corpus": "c", "embedder": {"endpoint": "e", "name": "v", "price_as": "b"}, "reranker": {"endpoint": "e", "name": "r", "price_as": "c"}}}""";

    [Test]
    public void Each_kind_of_call_has_its_name()
    {
        var names = Spec(Rag).PriceNames();

        Assert.That((names.Of("chat"), names.Of("embedding"), names.Of("rerank")), Is.EqualTo(("a", "b", "c")));
        Assert.That(Spec("""{"kind": "http", "price_as": "s"}""").PriceNames().Of("service"), Is.EqualTo("s"));
    }

    [TestCase(", \"price_as\": \"a\"")]
    [TestCase(", \"price_as\": \"b\"")]
    [TestCase(", \"price_as\": \"c\"")]
    public void No_name_is_part_of_what_can_change_an_answer(string name) =>
        Assert.That(Spec(Rag.Replace(name, "", StringComparison.Ordinal)).Identity, Is.EqualTo(Spec(Rag).Identity));

    [Test]
    public void A_field_of_that_name_that_a_service_is_sent_is() =>
        Assert.That(Spec("""{"body": {"price_as": "x"}}""").Identity, Is.Not.EqualTo(Spec("""{"body": {"price_as": "y"}}""").Identity));

    private static PipelineSpec Spec(string settings) => new("p", "chat", "/", JsonNode.Parse(settings)!.AsObject(), new Dictionary<string, string>());
}
