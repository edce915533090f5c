using System.Text.Json.Nodes;
using EvalHarness.Decisions;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Decisions;

public sealed class ArmsTests
{
    private static readonly Dictionary<Arm, string> Nothing = [];

    [TestCase("rag", Arm.Rag)]
    [TestCase("fine_tuned", Arm.FineTuned)]
    [TestCase("Finetuned", Arm.FineTuned)]
    [TestCase("baseline", Arm.Base)]
    [TestCase("hybrid", Arm.Hybrid)]
    public void A_pipeline_is_taken_for_what_it_is_called(string name, Arm expected)
    {
        Assert.That(Arms.Of([Pipeline(name, "http", "{}")], Nothing).Pipelines, Is.EqualTo(new Dictionary<Arm, string> { [expected] = name }));
    }

    [Test]
    public void Another_name_is_taken_for_what_its_settings_make_it()
    {
        var arms = Arms.Of(
            [
                Pipeline("a", "chat", """{"model": {"name": "m"}}"""),
                Pipeline("b", "chat", """{"model": {"name": "m"}, "retrieval": {"corpus": "c"}}"""),
                Pipeline("c", "chat", """{"model": {"checkpoint": "m@1"}}"""),
                Pipeline("d", "chat", """{"model": {"checkpoint": "m@1"}, "retrieval": {"corpus": "c"}}"""),
                Pipeline("e", "chat", """{"model": {"checkpoint": "m@2"}}"""),
            ],
            Nothing);

        Assert.That(arms.Pipelines, Is.EqualTo(new Dictionary<Arm, string> { [Arm.Base] = "a", [Arm.Rag] = "b", [Arm.FineTuned] = "c", [Arm.Hybrid] = "d" }));
    }

    [Test]
    public void What_the_decision_file_says_comes_first()
    {
        var arms = Arms.Of([Pipeline("rag", "http", "{}"), Pipeline("search-service", "http", "{}")], new Dictionary<Arm, string> { [Arm.Rag] = "search-service" });

        Assert.That(arms[Arm.Rag], Is.EqualTo("search-service"));
    }

    [Test]
    public void No_pipeline_stands_for_two_arms()
    {
        var arms = Arms.Of([Pipeline("baseline", "http", "{}"), Pipeline("hybrid", "http", "{}")], new Dictionary<Arm, string> { [Arm.Rag] = "baseline" });

        Assert.That(arms.Pipelines, Is.EqualTo(new Dictionary<Arm, string> { [Arm.Rag] = "baseline", [Arm.Hybrid] = "hybrid" }));
    }

    [Test]
    public void A_service_with_a_name_of_its_own_is_nobody()
    {
        Assert.That(Arms.Of([Pipeline("ours", "http", "{}")], Nothing).Pipelines, Is.Empty);
    }

    [Test]
    public void The_base_model_is_no_contender()
    {
        Assert.That(Arms.Of([Pipeline("base", "http", "{}"), Pipeline("rag", "http", "{}")], Nothing).Contenders, Is.EqualTo(new[] { Arm.Rag }));
    }

    private static PipelineSpec Pipeline(string name, string kind, string settings) => new(name, kind, "/", JsonNode.Parse(settings)!.AsObject(), new Dictionary<string, string>());
}
