using System.Text;
using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Tests.Inputs;

/// <summary>Texts damaged at random: whatever is wrong with them, it is told and nothing else is thrown.</summary>
public class CarelessTextTests
{
    private const string Yaml = "name: \"a\"\nrun: { concurrency: 1, warm_up: [2, 3] }\nlist:\n  - x: 'y'\n  - |\n    text\n# comment\nlast: -0.5e3\n";
    private const string Json = "{\"id\": \"s1\", \"messages\": [{\"role\": \"user\", \"content\": \"\\u00e9 \\ud83d\\udc32\"}], \"n\": -1.5e3, \"b\": [true, null]}\n";
    private const string Schema = "{\"type\": [\"object\"], \"properties\": {\"a\": {\"$ref\": \"#/$defs/b\", \"pattern\": \"^[a-z]+$\", \"minItems\": 1}}, \"$defs\": {\"b\": {\"enum\": [1]}}}";
    private const string Signs = "\"'{}[]:,-#&*!|>%@`\\ \n\tax0~?$^(";

    [Test]
    public void Damaged_yaml_is_read_or_told([Range(1, 5)] int seed)
    {
        foreach (var text in Damaged(Yaml, seed, 1000))
            Assert.That(() => Told(() => YamlFile.Parse("x.yaml", text)), Throws.Nothing, text);
    }

    [Test]
    public void Damaged_schemas_are_compiled_or_told([Range(1, 5)] int seed)
    {
        foreach (var text in Damaged(Schema, seed, 400))
            Assert.That(() => Told(() => JsonSchema.Parse(text).Validate(System.Text.Json.JsonElement.Parse("{\"a\": \"b\"}"))), Throws.Nothing, text);
    }

    [Test]
    public async Task Damaged_json_lines_are_read_or_told([Range(1, 5)] int seed)
    {
        using TemporaryFolder folder = new();
        var file = folder.Write("x.jsonl", string.Concat(Damaged(Json, seed, 1000)));

        await foreach (var line in JsonLines.ReadAsync(file, CancellationToken.None))
            Assert.That(line.Problem is null ? $"{InputSchemas.Named("samples").Validate(line.Root).Count}{line.Source().Where("")}" : $"{line.Problem}", Is.Not.Empty);
    }

    private static void Told(Action read)
    {
        try
        {
            read();
        }
        catch (Exception exception) when (exception is InputException or SchemaException)
        {
            Assert.That(exception.Message, Is.Not.Empty);
        }
    }

    private static IEnumerable<string> Damaged(string text, int seed, int count)
    {
        Random random = new(seed);
        for (var i = 0; i < count; i++)
        {
            StringBuilder damaged = new(text);
            for (var change = random.Next(1, 4); change > 0; change--)
                Damage(damaged, random);
            yield return damaged.ToString();
        }
    }

    private static void Damage(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(3), text.Length - at);
        text.Remove(at, length);
        if (random.Next(3) > 0)
            text.Insert(at, Signs[random.Next(Signs.Length)]);
    }
}
