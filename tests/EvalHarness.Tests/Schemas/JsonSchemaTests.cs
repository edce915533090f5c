using System.Text.Json;
using EvalHarness.Schemas;

namespace EvalHarness.Tests.Schemas;

public class JsonSchemaTests
{
    private const string Person = """
        {
          "type": "object",
          "required": ["name"],
          "additionalProperties": false,
          "properties": {
            "name": { "type": "string", "description": "How the person is called." },
            "age": { "type": "integer", "minimum": 0 },
            "role": { "enum": ["admin", "editor"] },
            "friends": { "type": "array", "items": { "$ref": "#" } }
          }
        }
        """;

    [Test]
    public void An_error_says_where_in_the_value_and_where_in_the_schema()
    {
        var error = Errors(Person, """{"name": "a", "friends": [{"name": "b"}, {"name": 3}]}""").Single();

        Assert.That(error.InstancePath, Is.EqualTo("/friends/1/name"));
        Assert.That(error.SchemaPath, Is.EqualTo("/properties/name/type"));
        Assert.That(error.Message, Is.EqualTo("3 is a whole number. Expected text."));
    }

    [Test]
    public void An_unknown_key_is_answered_with_the_nearest_known_one()
    {
        var error = Errors(Person, """{"nmae": "a", "name": "a"}""").Single();

        Assert.That(error.InstancePath, Is.EqualTo("/nmae"));
        Assert.That(error.IsAboutName);
        Assert.That(error.Message, Is.EqualTo("unknown key 'nmae'. Did you mean 'name'? Known: name, age, role, friends."));
    }

    [Test]
    public void A_missing_key_is_described() =>
        Assert.That(Errors(Person, "{}").Single().Message, Is.EqualTo("'name' is missing. Add 'name': How the person is called."));

    [Test]
    public void A_wrong_choice_is_answered_with_the_nearest_allowed_one() =>
        Assert.That(Errors(Person, """{"name": "a", "role": "amdin"}""").Single().Message, Is.EqualTo("\"amdin\" is not allowed. Did you mean 'admin'? Allowed: \"admin\", \"editor\"."));

    [Test]
    public void All_errors_are_reported_at_once() =>
        Assert.That(Errors(Person, """{"age": -1, "role": 1, "x": 1}""").Select(e => e.InstancePath), Is.EquivalentTo(["", "/age", "/role", "/x"]));

    [Test]
    public void The_errors_of_the_closest_form_are_reported()
    {
        const string Schema = """{"anyOf": [{"type": "string"}, {"type": "object", "properties": {"train": {"type": "string"}}}]}""";

        Assert.That(Errors(Schema, """{"train": 1}""").Single().InstancePath, Is.EqualTo("/train"));
    }

    [Test]
    public void A_pattern_that_takes_too_long_makes_the_value_not_valid()
    {
        const string Schema = """{"pattern": "^(a+)+$"}""";
        var value = $"\"{new string('a', 40)}!\"";

        Assert.That(Errors(Schema, value).Single().Found, Does.Contain("took longer than 250 ms"));
    }

    [Test]
    public void A_pattern_that_takes_too_long_does_not_satisfy_a_not()
    {
        const string Schema = """{"not": {"pattern": "^(a+)+$"}}""";
        var value = $"\"{new string('a', 40)}!\"";

        Assert.That(Errors(Schema, value), Is.Not.Empty);
    }

    [Test]
    public void A_schema_that_refers_to_itself_without_end_is_told_so() =>
        Assert.That(Errors("""{"$ref": "#"}""", "1").Single().Found, Does.Contain("refers to itself"));

    [Test]
    public void A_count_that_no_number_can_hold_is_as_good_as_none() =>
        Assert.That(Errors("""{"maxLength": 1e400}""", "\"text\""), Is.Empty);

    [Test]
    public void Half_of_a_surrogate_pair_is_not_valid() =>
        Assert.That(Errors("""{"minLength": 1}""", "\"\\ud800\"").Single().Found, Does.Contain("half of a surrogate pair"));

    [Test]
    public void A_remote_reference_is_never_fetched() =>
        Assert.That(
            () => JsonSchema.Parse("""{"properties": {"a": {"$ref": "http://127.0.0.1:9/schema.json"}}}"""),
            Throws.TypeOf<SchemaException>().With.Message.Contains("#/properties/a").And.Message.Contains("never fetched"));

    [Test]
    public void A_registered_schema_is_referred_to_by_its_address()
    {
        SchemaRegistry registry = new();
        registry.Add("http://example.org/text.json", """{"type": "string"}""");
        var schema = JsonSchema.Parse("""{"$ref": "http://example.org/text.json"}""", registry);

        Assert.That(schema.Validate(Json("1")), Has.Count.EqualTo(1));
        Assert.That(schema.Validate(Json("\"a\"")), Is.Empty);
    }

    [TestCase("""{"type": "strnig"}""", "/type", TestName = "A_type_that_is_none_is_refused")]
    [TestCase("""{"properties": {"a": {"minLength": -1}}}""", "/properties/a/minLength", TestName = "A_negative_length_is_refused")]
    [TestCase("""{"pattern": "("}""", "/pattern", TestName = "A_pattern_that_does_not_parse_is_refused")]
    [TestCase("""{"$schema": "http://json-schema.org/draft-07/schema#"}""", "/$schema", TestName = "A_schema_of_another_draft_is_refused")]
    public void A_wrong_schema_is_refused_where_it_is_wrong(string schema, string pointer) =>
        Assert.That(() => JsonSchema.Parse(schema), Throws.TypeOf<SchemaException>().With.Property(nameof(SchemaException.Errors)).Some.Property(nameof(SchemaError.InstancePath)).EqualTo(pointer));

    [TestCase("1.0", true)]
    [TestCase("1e2", true)]
    [TestCase("120e-1", true)]
    [TestCase("125e-1", false)]
    [TestCase("1e-1", false)]
    [TestCase("0e-5", true)]
    [TestCase("1e999999999999999999999", true)]
    [TestCase("1.5", false)]
    public void Whether_a_number_is_whole_is_told_from_its_digits(string number, bool whole) =>
        Assert.That(Errors("""{"type": "integer"}""", number).Count == 0, Is.EqualTo(whole));

    private static IReadOnlyList<SchemaError> Errors(string schema, string value) => JsonSchema.Parse(schema).Validate(Json(value));

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
