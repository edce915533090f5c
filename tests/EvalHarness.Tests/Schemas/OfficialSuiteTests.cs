using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using EvalHarness.Schemas;

namespace EvalHarness.Tests.Schemas;

/// <summary>The official JSON Schema test suite, draft 2020-12.</summary>
public class OfficialSuiteTests
{
    private const string Tests = "tests/draft2020-12/";
    private const string Remotes = "remotes/";

    [Test]
    public void Every_required_test_passes()
    {
        var (passed, failed) = Run(name => !name.Contains('/'));

        TestContext.Out.WriteLine($"required: {passed} passed, {failed.Count} failed{Lines(failed)}");
        Assert.That(failed, Is.Empty);
        Assert.That(passed, Is.GreaterThanOrEqualTo(1299));
    }

    [Test]
    public void Optional_tests_do_not_get_fewer()
    {
        var (passed, failed) = Run(name => name.StartsWith("optional/", StringComparison.Ordinal) && !name.Contains("/format", StringComparison.Ordinal));

        TestContext.Out.WriteLine($"optional, without format: {passed} passed, {failed.Count} failed{Lines(failed)}");
        Assert.That(passed, Is.GreaterThanOrEqualTo(143));
    }

    [Test]
    public void Formats_are_checked_when_that_is_asked_for()
    {
        string[] unknown = ["idn-email", "idn-hostname", "iri", "iri-reference", "uri-template", "ecmascript-regex"];

        var (passed, failed) = Run(name => name.StartsWith("optional/format/", StringComparison.Ordinal) && !unknown.Contains(Path.GetFileNameWithoutExtension(name)), assertsFormat: true);

        TestContext.Out.WriteLine($"formats: {passed} passed, {failed.Count} failed{Lines(failed)}");
        // What punycode stands for, and addresses within brackets, are not looked at.
        Assert.That(failed.Where(f => !f.Contains("A-label", StringComparison.Ordinal) && !f.Contains("leading zero in", StringComparison.Ordinal)), Is.Empty);
    }

    private static string Lines(IEnumerable<string> failed) => string.Concat(failed.Select(f => $"\n  {f}"));

    private static (int Passed, List<string> Failed) Run(Predicate<string> wanted, bool assertsFormat = false)
    {
        var files = Read(SharedData.File("format/json-schema-test-suite.tar.gz"));
        var registry = Registry(files);
        var passed = 0;
        List<string> failed = [];
        foreach (var (name, text) in files.Where(f => f.Key.StartsWith(Tests, StringComparison.Ordinal) && wanted(f.Key[Tests.Length..])))
            foreach (var group in JsonDocument.Parse(text).RootElement.EnumerateArray())
                foreach (var test in group.GetProperty("tests").EnumerateArray())
                    if (Outcome(group.GetProperty("schema"), test, registry, assertsFormat) is { } wrong)
                        failed.Add($"{name[Tests.Length..]}: {group.GetProperty("description")}: {test.GetProperty("description")}: {wrong}");
                    else
                        passed++;
        return (passed, failed);
    }

    private static string? Outcome(JsonElement schema, JsonElement test, SchemaRegistry registry, bool assertsFormat)
    {
        try
        {
            var errors = JsonSchema.Parse(schema.GetRawText(), registry, assertsFormat).Validate(test.GetProperty("data"));
            var expected = test.GetProperty("valid").GetBoolean();
            return errors.Count == 0 == expected ? null : $"expected {(expected ? "valid" : "not valid")}; {string.Join("; ", errors)}";
        }
        catch (SchemaException exception)
        {
            return exception.Message;
        }
    }

    private static SchemaRegistry Registry(SortedDictionary<string, string> files)
    {
        SchemaRegistry registry = new();
        foreach (var (name, text) in files.Where(f => f.Key.StartsWith(Remotes, StringComparison.Ordinal)))
            registry.Add($"http://localhost:1234/{name[Remotes.Length..]}", text);
        return registry;
    }

    private static SortedDictionary<string, string> Read(string archive)
    {
        SortedDictionary<string, string> files = new(StringComparer.Ordinal);
        using var stream = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        using var reader = new TarReader(stream);
        while (reader.GetNextEntry() is { } entry)
            if (entry.DataStream is { } data && entry.Name.EndsWith(".json", StringComparison.Ordinal))
                files.Add(entry.Name.TrimStart('.', '/'), new StreamReader(data).ReadToEnd());
        return files;
    }
}
