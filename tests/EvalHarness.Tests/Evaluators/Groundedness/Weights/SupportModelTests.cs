using System.Text.Json;
using EvalHarness.Evaluators.Groundedness.Features;
using EvalHarness.Evaluators.Groundedness.Weights;

namespace EvalHarness.Tests.Evaluators.Groundedness.Weights;

public sealed class SupportModelTests
{
    [Test]
    public void The_score_is_the_weighted_sum_and_what_the_trees_add()
    {
        var tree = new DecisionTree([1, -1, -1], [0.5, 0, 0], [1, 0, 0], [0, -3, 4]);
        var model = new SupportModel(["a", "b"], [1, 0], [2, 10], [tree], 0.7, 2, 0);

        Assert.That(model.Score([2, 0.5]), Is.EqualTo(2 + 5 - 3));
        Assert.That(model.Score([2, 0.6]), Is.EqualTo(2 + 6 + 4).Within(1e-12));
    }

    [Test]
    public void A_claim_leans_on_its_answer_and_a_contradiction_counts_against_it_alone()
    {
        var model = new SupportModel([], [], [], [], 0.75, 2, 0);

        Assert.That(model.Blend(own: 4, mean: 8, isContradicted: false), Is.EqualTo(5));
        Assert.That(model.Blend(own: 4, mean: 8, isContradicted: true), Is.EqualTo(3));
    }

    [Test]
    public void No_coefficient_goes_against_its_features_direction() =>
        Assert.That(FeatureSet.All.Zip(SupportModelFile.Shipped.Coefficients), Has.All.Matches<(Feature Feature, double Coefficient)>(f => f.Feature.Direction * f.Coefficient >= 0));

    [Test]
    public void No_tree_goes_against_a_features_direction()
    {
        var model = SupportModelFile.Shipped;
        var middle = model.Means.ToArray();
        for (var feature = 0; feature < middle.Length; feature++)
        {
            var (low, high) = (middle.ToArray(), middle.ToArray());
            (low[feature], high[feature]) = (-1, 10);

            Assert.That(FeatureSet.All[feature].Direction * (model.Score(high) - model.Score(low)), Is.GreaterThanOrEqualTo(-1e-9), FeatureSet.All[feature].Name);
        }
    }

    [Test]
    public void The_weights_are_small_and_say_what_they_were_made_from()
    {
        var file = Path.Combine(Repository.Root, "src", "EvalHarness", "Evaluators", "Groundedness", "Weights", "local.weights.json");
        var json = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file));

        Assert.That(new FileInfo(file).Length, Is.LessThan(200 * 1024));
        Assert.That(json.GetProperty("trained_on_sha256").EnumerateObject().Select(f => f.Name), Has.None.Contains("qags").And.None.Contains("faithbench"));
        Assert.That(json.GetProperty("options").GetProperty("Seed").GetInt32(), Is.EqualTo(1));
        Assert.That(json.GetProperty("command").GetString(), Does.Contain("bench/EvalHarness.Training"));
    }

    [Test]
    public void Held_out_figures_are_well_above_shared_words()
    {
        var file = Path.Combine(Repository.Root, "src", "EvalHarness", "Evaluators", "Groundedness", "Weights", "local.weights.json");
        var figures = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file)).GetProperty("cross_validation");
        var (local, overlap) = (figures.GetProperty("local"), figures.GetProperty("word-overlap"));

        Assert.That(local.GetProperty("balanced_accuracy").GetDouble(), Is.GreaterThanOrEqualTo(Math.Max(0.65, overlap.GetProperty("balanced_accuracy").GetDouble() + 0.05)));
        Assert.That(local.GetProperty("auc").GetDouble(), Is.GreaterThanOrEqualTo(Math.Max(0.72, overlap.GetProperty("auc").GetDouble() + 0.04)));
        Assert.That(local.GetProperty("auc_within_model").GetDouble(), Is.GreaterThanOrEqualTo(0.70));
    }
}
