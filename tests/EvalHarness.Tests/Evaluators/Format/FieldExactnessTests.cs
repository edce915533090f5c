using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Evaluators.Format;
using EvalHarness.Metrics;

namespace EvalHarness.Tests.Evaluators.Format;

public sealed class FieldExactnessTests
{
    private static readonly Metric Metric = new("format-fields", Unit.Ratio, Direction.Higher, "1");

    [Test]
    public void Values_are_compared_as_JSON()
    {
        var score = Score("""{"a": 1.0, "b": [1, 2], "c": null}""", """{"c": null, "b": [1,2], "a": 1}""");

        Assert.That(score.Value, Is.EqualTo(1));
    }

    [Test]
    public void The_detail_says_what_was_expected_and_given()
    {
        var score = Score("""{"priority": "high"}""", """{"priority": "low"}""");

        Assert.That(score.Value, Is.Zero);
        Assert.That(score.Detail!["priority"]!.ToJsonString(), Is.EqualTo("""{"expected":"high","given":"low","right":false}"""));
    }

    [Test]
    public void A_missing_field_is_not_a_null_one() => Assert.That(Score("""{"a": null}""", "{}").Value, Is.Zero);

    [Test]
    public void No_expected_field_is_not_applicable() => Assert.That(FieldExactness.Score(Metric, null, null).Outcome, Is.EqualTo(Outcome.NotApplicable));

    private static Score Score(string expected, string reply) =>
        FieldExactness.Score(Metric, JsonNode.Parse(expected)!.AsObject(), JsonSerializer.Deserialize<JsonElement>(reply));
}
