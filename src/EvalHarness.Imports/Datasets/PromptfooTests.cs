using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Imports.Rows;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Datasets;

/// <summary>Finds the tests in promptfoo's files; each is a row with <c>vars</c> and <c>assert</c>, those of <c>defaultTest</c> put in.</summary>
internal sealed class PromptfooTests(LeftOut leftOut)
{
    private const string FilePrefix = "file://";

    public IAsyncEnumerable<Row> ReadAsync(string file, CancellationToken cancellationToken) => InputStream.Ending(file) switch
    {
        ".yaml" or ".yml" => WholeAsync(file, YamlAsync, cancellationToken),
        ".json" => WholeAsync(file, WholeJson.ReadAsync, cancellationToken),
        ".csv" or ".tsv" => RowFile.ReadAsync(file, cancellationToken).Select(Test),
        _ => RowFile.ReadAsync(file, cancellationToken),
    };

    private static Task<JsonElement> YamlAsync(string file, CancellationToken cancellationToken) =>
        Task.FromResult(JsonSerializer.SerializeToElement(YamlFile.Read(file).Root));

    private async IAsyncEnumerable<Row> WholeAsync(string file, Func<string, CancellationToken, Task<JsonElement>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var root = await read(file, cancellationToken);
        if (root.ValueKind == JsonValueKind.Object)
            NoteWhatElse(file, root);
        foreach (var (number, item) in Tests(file, root).Index())
        {
            var where = $"{file}: tests[{number}]";
            if (item.ValueKind == JsonValueKind.Object)
                yield return new Row(where, WithDefaults(item, root));
            else if (TestFile(file, item) is { } other)
                await foreach (var test in ReadAsync(other, cancellationToken))
                    yield return test with { Values = WithDefaults(test.Values, root) };
            else
                leftOut.Add("tests that a program makes, or that are fetched", where);
        }
    }

    private void NoteWhatElse(string file, JsonElement root)
    {
        if (root.TryGetProperty("scenarios", out var scenarios) && scenarios.ValueKind == JsonValueKind.Array)
            foreach (var _ in scenarios.EnumerateArray())
                leftOut.Add("scenarios", file);
        foreach (var what in new[] { "prompts", "providers" })
            if (root.TryGetProperty(what, out _))
                leftOut.Add($"{what} (they go into the experiment, as pipelines)", file);
        if (!root.TryGetProperty("defaultTest", out var defaults))
            return;
        if (defaults.ValueKind != JsonValueKind.Object)
            leftOut.Add("defaultTest in a file of its own", file);
        else
            foreach (var other in defaults.EnumerateObject().Where(p => p.Name is not ("vars" or "assert")))
                leftOut.Add($"defaultTest's '{other.Name}'", file);
    }

    private static IEnumerable<JsonElement> Tests(string file, JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return root.EnumerateArray();
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("tests", out var tests))
            return tests.ValueKind == JsonValueKind.Array ? tests.EnumerateArray() : [tests];
        throw new InputException(new InputProblem(file, "there are no tests in it", "Name promptfoo's configuration, or a list of tests."));
    }

    // A pattern, a program or an address is not followed.
    private static string? TestFile(string file, JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.String)
            return null;
        var named = item.GetString()!;
        var path = named.StartsWith(FilePrefix, StringComparison.Ordinal) ? named[FilePrefix.Length..] : named;
        return path.Contains('*', StringComparison.Ordinal) || path.Contains("://", StringComparison.Ordinal) || InputStream.Ending(path) is not (".csv" or ".json" or ".jsonl" or ".yaml" or ".yml")
            ? null
            : Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(file))!);
    }

    private static JsonElement WithDefaults(JsonElement test, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("defaultTest", out var defaults) || defaults.ValueKind != JsonValueKind.Object)
            return test;
        var merged = JsonObject.Create(test)!;
        if (JsonObject.Create(defaults)!["vars"] is JsonObject vars)
            merged["vars"] = new JsonObject(vars.Concat(merged["vars"] as JsonObject ?? []).GroupBy(v => v.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Last().Value?.DeepClone())));
        if (JsonObject.Create(defaults)!["assert"] is JsonArray asserts)
            merged["assert"] = new JsonArray([.. asserts.Concat(merged["assert"] as JsonArray ?? []).Select(a => a?.DeepClone())]);
        return JsonSerializer.SerializeToElement(merged);
    }

    private static Row Test(Row row)
    {
        var cells = row.Values.EnumerateObject().Select(c => (c.Name, Text: CellText.Of(c.Value))).Where(c => c.Text.Length > 0).ToList();
        var (variables, special) = (cells.Where(c => !IsSpecial(c.Name)), cells.Where(c => IsSpecial(c.Name)).ToLookup(c => c.Name.StartsWith("__expected", StringComparison.Ordinal)));
        Dictionary<string, object> test = new(StringComparer.Ordinal)
        {
            ["vars"] = variables.ToDictionary(c => c.Name, c => c.Text),
            ["assert"] = special[true].Select(c => PromptfooAssertion.FromCell(c.Text)).ToList(),
        };
        foreach (var (name, text) in special[false])
            test[name] = text;
        return row with { Values = JsonSerializer.SerializeToElement(test) };
    }

    // Columns that are no variables: __expected, __threshold, __description.
    private static bool IsSpecial(string column) => column.StartsWith("__", StringComparison.Ordinal);
}
