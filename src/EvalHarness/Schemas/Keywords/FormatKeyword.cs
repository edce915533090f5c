using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>format</c>: a text is written as the format has it. Formats that are not known, and values that are no text, are let pass.</summary>
internal sealed class FormatKeyword(string format, Predicate<string> isWritten) : IKeyword
{
    public static IKeyword? Compile(KeywordSource source) =>
        source.Value.ValueKind == JsonValueKind.String && TextFormats.Find(source.Value.GetString()!) is { } isWritten ? new FormatKeyword(source.Value.GetString()!, isWritten) : null;

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind == JsonValueKind.String && !isWritten(check.Instance.GetString()!))
            check.Fail($"{ShownValue.Of(check.Instance)} is no {format}", $"Expected text in the format {format}.");
    }
}
