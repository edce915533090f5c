using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>contains</c>, with <c>minContains</c> and <c>maxContains</c>.</summary>
internal sealed class ContainsKeyword(SchemaNode schema, int min, int max) : IKeyword
{
    // minContains and maxContains are of another vocabulary, and say nothing when it is switched off.
    public static IKeyword Compile(KeywordSource source)
    {
        var counts = source.Schema.Resource.Vocabularies.HasFlag(Vocabulary.Validation);
        return new ContainsKeyword(
            source.Subschema(),
            counts && source.Sibling("minContains") is { } min ? KeywordSource.Count(min) : 1,
            counts && source.Sibling("maxContains") is { } max ? KeywordSource.Count(max) : int.MaxValue);
    }

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind != JsonValueKind.Array)
            return;
        var found = 0;
        foreach (var (index, item) in check.Instance.EnumerateArray().Index())
        {
            if (!check.TryPart(schema, item, $"{index}").IsValid)
                continue;
            found++;
            check.Evaluated?.Add(index);
        }

        if (found < min || found > max)
            check.Fail($"{found} items are of the kind asked for", max == int.MaxValue ? $"Expected at least {min}." : $"Expected {min} to {max}.");
    }
}
