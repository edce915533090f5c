namespace EvalHarness.Schemas.Keywords;

/// <summary><c>anyOf</c>. All forms are tried, because each that fits has looked at parts of its own.</summary>
internal sealed class AnyOfKeyword(IReadOnlyList<SchemaNode> schemas) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new AnyOfKeyword(source.SubschemaList());

    public void Check(SchemaCheck check)
    {
        SchemaCheck[] tried = [.. schemas.Select(check.Try)];
        if (tried.All(t => t.Errors is [{ Missing: not null }]))
            check.Fail($"none of {string.Join(", ", tried.Select(t => $"'{t.Errors[0].Missing}'"))} is there", "Add at least one of them.");
        else if (!tried.Any(t => t.IsValid))
            check.Adopt(ClosestForm.Of(tried));
        foreach (var form in tried.Where(t => t.IsValid))
            check.Adopt(form);
    }
}
