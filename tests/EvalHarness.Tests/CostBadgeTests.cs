using System.Text.Json.Nodes;
using EvalHarness.Comparisons;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests;

internal sealed class CostBadgeTests
{
    private static readonly PipelineSpec Named = Pipeline("plain", """{"model": {"endpoint": "e", "name": "m"}}""");

    private static readonly PipelineSpec PricedAs =
        Pipeline("rag", """{"model": {"endpoint": "e", "name": "m", "price_as": "gpt-4o"}, "retrieval": {"embedder": {"endpoint": "e", "name": "v", "price_as": "small"}}}""");

    [Test]
    public void Prices_by_the_models_own_names_are_no_scenario() => Assert.That(CostBadge.In([Named], []), Is.Empty);

    [Test]
    public void A_price_name_makes_a_scenario_that_says_of_whom()
    {
        var badge = CostBadge.In([Named, PricedAs], []).Single();

        Assert.That(badge, Is.EqualTo(new FamilyBadge("cost", Badge.Scenario, "The experiment says what models are priced as: rag as gpt-4o, small.")));
    }

    [Test]
    public void What_the_experiment_says_of_its_costs_stands()
    {
        FamilyBadge[] said = [new("cost", Badge.Measured, "A deployment is priced as the model behind it.")];

        Assert.That(CostBadge.In([PricedAs], said), Is.EqualTo(said));
    }

    private static PipelineSpec Pipeline(string name, string settings) => new(name, "chat", "/", JsonNode.Parse(settings)!.AsObject(), new Dictionary<string, string>());
}
