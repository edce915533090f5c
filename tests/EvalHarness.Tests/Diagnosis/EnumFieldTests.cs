using EvalHarness.Diagnosis;

namespace EvalHarness.Tests.Diagnosis;

public sealed class EnumFieldTests
{
    [Test]
    public void Listed_values_and_booleans_are_classes_and_texts_are_not()
    {
        var fields = EnumField.In("""{"properties": {"answer": {"type": "string"}, "priority": {"enum": ["low", "high"]}, "escalate": {"type": "boolean"}, "any": true}}""");

        Assert.That(fields.Select(f => (f.Name, string.Join('|', f.Values))), Is.EqualTo(new[] { ("priority", "\"low\"|\"high\""), ("escalate", "true|false") }));
    }

    [TestCase(null)]
    [TestCase("true")]
    [TestCase("{}")]
    public void Without_properties_there_are_none(string? schema) => Assert.That(EnumField.In(schema), Is.Empty);
}
