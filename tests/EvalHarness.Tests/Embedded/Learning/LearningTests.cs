using EvalHarness.Embedded.Learning;

namespace EvalHarness.Tests.Embedded.Learning;

internal sealed class LearningTests
{
    [Test]
    public void A_classifier_learns_which_words_go_with_which_class()
    {
        (IReadOnlyCollection<string>, string)[] rows =
        [
            (["bike", "brake"], "bikes"), (["bike", "chain"], "bikes"), (["brake", "pad"], "bikes"),
            (["phone", "screen"], "phones"), (["phone", "battery"], "phones"), (["screen", "glass"], "phones"),
            (["shoe", "sole"], "shoes"), (["shoe", "heel"], "shoes"), (["sole", "heel"], "shoes"),
        ];

        var classifier = new TextClassifierTrainer(seed: 1).Fit(rows);

        Assert.That(new[] { "bike", "screen", "sole" }.Select(w => classifier.Predict([w])), Is.EqualTo(new[] { "bikes", "phones", "shoes" }));
        Assert.That(classifier.Probabilities(["bike"]).Sum(), Is.EqualTo(1).Within(1e-9));
    }

    [Test]
    public void A_single_class_is_always_predicted()
    {
        Assert.That(new TextClassifierTrainer(seed: 1).Fit([(["a"], "only"), (["a"], "only")]).Predict(["b"]), Is.EqualTo("only"));
    }

    [Test]
    public void A_linear_model_learns_the_feature_that_decides()
    {
        var rows = Enumerable.Range(0, 100).Select(i => new LabelledFeatures { Features = [i % 2, i % 3], Label = i % 2 == 1 }).ToList();

        var model = new LinearTrainer(seed: 1).Fit(rows);

        Assert.That(model.Probability([1, 2]), Is.GreaterThan(0.8));
        Assert.That(model.Probability([0, 2]), Is.LessThan(0.2));
    }

    [TestCase(true, 1)]
    [TestCase(false, 0)]
    public void Rows_that_all_agree_make_a_model_that_does_so_too(bool label, double probability)
    {
        var model = new LinearTrainer(seed: 1).Fit([new LabelledFeatures { Features = [3], Label = label }]);

        Assert.That(model.Probability([5]), Is.EqualTo(probability).Within(0.001));
    }

    [Test]
    public void A_cosine_is_one_for_the_same_terms_and_zero_for_others()
    {
        var index = new SimilarityIndex([["reset", "link"], ["payout"], ["reset", "password"]]);

        var cosines = index.Cosines(["reset", "link"]);

        Assert.That(cosines[0], Is.EqualTo(1).Within(1e-9));
        Assert.That(cosines[1], Is.Zero);
        Assert.That(cosines[2], Is.GreaterThan(0).And.LessThan(1));
    }

    [Test]
    public void Words_that_answer_each_other_become_associated()
    {
        var pairs = Enumerable.Range(0, 12).Select(i => ((IReadOnlyList<string>)["price", $"plan{i}"], (IReadOnlyList<string>)["cost", $"euro{i}"])).ToList();

        var associations = Associations.Learn(pairs);

        var cost = associations.Strength(new Dictionary<string, double> { ["price"] = 1 }, new HashSet<string> { "cost" });
        Assert.That(cost, Is.GreaterThan(0.3));
        Assert.That(associations.Strength(new Dictionary<string, double> { ["plan1"] = 1 }, new HashSet<string> { "euro2" }), Is.Zero);
    }
}
