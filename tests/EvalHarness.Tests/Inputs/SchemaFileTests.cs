using EvalHarness.Inputs;

namespace EvalHarness.Tests.Inputs;

public class SchemaFileTests
{
    [TestCase("{\n  \"type\": \"objekt\"\n}", "answer.schema.json:2:11: type: \"objekt\" is not allowed. Did you mean 'object'?")]
    [TestCase("{\n  \"type\": }", "answer.schema.json:2:11: not JSON")]
    [TestCase("{\"properties\": {\"a\": {\"$ref\": \"other.json\"}}}", "answer.schema.json:1:22: properties.a: the reference 'other.json' leads nowhere")]
    public void A_wrong_schema_says_where_it_is_wrong(string text, string message)
    {
        using TemporaryFolder folder = new();
        var file = folder.Write("answer.schema.json", text);

        Assert.That(() => SchemaFile.Read(file), Throws.TypeOf<InputException>().With.Message.Contains(message));
    }
}
