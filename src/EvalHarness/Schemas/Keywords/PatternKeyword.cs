using System.Text.Json;
using System.Text.RegularExpressions;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>pattern</c>: matches anywhere in the text unless it is anchored.</summary>
internal sealed class PatternKeyword(string pattern, Regex regex) : IKeyword
{
    public static IKeyword Compile(KeywordSource source)
    {
        var pattern = source.Value.GetString()!;
        return new PatternKeyword(pattern, EcmaPattern.Compile(pattern, JsonPointer.Append(source.Schema.Pointer, source.Name)));
    }

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind == JsonValueKind.String && EcmaPattern.IsMatch(regex, check.Instance.GetString()!, check) == false)
            check.Fail($"{ShownValue.Of(check.Instance)} does not fit", $"Expected text that matches {pattern}");
    }
}
