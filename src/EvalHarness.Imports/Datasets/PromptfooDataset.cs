using System.Runtime.CompilerServices;
using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Imports.Rows;

namespace EvalHarness.Imports.Datasets;

/// <summary>promptfoo's tests: a configuration or a list of tests in YAML or JSON, JSON lines, or CSV with <c>__expected</c>.</summary>
/// <remarks>Assertions that say what the answer is become gold answers; the others are listed.</remarks>
public sealed class PromptfooDataset : IDatasetFormat
{
    private static readonly RowMap Usual = RowMap.Of(
        ("id", []),
        ("question", [.. new[] { "question", "query", "input", "user_input", "prompt", "message", "text" }.Select(n => $"vars.{n}")]));

    public string Name => "promptfoo";

    public string Description => "promptfoo tests: YAML, JSON, JSON lines or CSV";

    public async IAsyncEnumerable<Sample> SamplesAsync(ImportRequest request, LeftOut leftOut, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var map = Usual.With(request.Map, "--map");
        var filter = new RowFilter(request.Where, "--where");
        await foreach (var test in new PromptfooTests(leftOut).ReadAsync(request.Source, cancellationToken))
            if (filter.Includes(test) && Read(test, map, leftOut) is { } sample)
                yield return sample with { Split = request.Split ?? "test" };
    }

    private static Sample? Read(Row test, RowMap map, LeftOut leftOut)
    {
        var variables = Variables(test, leftOut);
        if (Question(test, map, variables) is not { } question)
        {
            leftOut.Add("tests whose question cannot be told (say --map question=vars.<name>)", test.Where);
            return null;
        }

        foreach (var other in test.Values.EnumerateObject().Where(p => p.Name is not ("id" or "vars" or "assert")))
            leftOut.Add($"tests' '{other.Name}'", test.Where);
        var answers = test.Values.TryGetProperty("assert", out var asserts) && asserts.ValueKind == JsonValueKind.Array
            ? PromptfooAnswers.Of([.. asserts.EnumerateArray()], test.Where, leftOut)
            : [];
        if (answers.Count == 0)
            leftOut.Add("gold answers: no assertion of these tests says what the answer is (kept as unlabelled samples)", test.Where);
        return new Sample
        {
            Id = map.Text(test, "id") is { } id ? SafeId.Of(id) : SafeId.OfText(JsonSerializer.Serialize(variables)),
            Question = question,
            Context = variables.Where(v => v.Value != question).ToDictionary(StringComparer.Ordinal),
            Answers = answers,
            Unlabelled = answers.Count == 0,
        };
    }

    private static string? Question(Row test, RowMap map, SortedDictionary<string, string> variables) =>
        map.Items(test, "question") switch
        {
            [{ ValueKind: JsonValueKind.String } text] => PromptfooAssertion.IsComputed(text.GetString()!) ? null : text.GetString(),
            [] when variables.Count == 1 => variables.Values.Single(),
            _ => null,
        };

    private static SortedDictionary<string, string> Variables(Row test, LeftOut leftOut)
    {
        SortedDictionary<string, string> variables = new(StringComparer.Ordinal);
        if (!test.Values.TryGetProperty("vars", out var vars))
            return variables;
        if (vars.ValueKind != JsonValueKind.Object)
        {
            leftOut.Add("variables made from templates or files", $"{test.Where} vars");
            return variables;
        }

        foreach (var variable in vars.EnumerateObject())
            if (variable.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                leftOut.Add("variables with several values or parts", $"{test.Where} {variable.Name}");
            else if (variable.Value.ValueKind != JsonValueKind.Null && PromptfooAssertion.IsComputed(CellText.Of(variable.Value)))
                leftOut.Add("variables made from templates or files", $"{test.Where} {variable.Name}");
            else if (variable.Value.ValueKind != JsonValueKind.Null)
                variables.Add(variable.Name, CellText.Of(variable.Value));
        return variables;
    }
}
