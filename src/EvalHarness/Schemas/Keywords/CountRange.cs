namespace EvalHarness.Schemas.Keywords;

/// <summary>How many of something there may be.</summary>
internal sealed record CountRange(int Min, int Max)
{
    public static CountRange AtLeast(KeywordSource source) => new(KeywordSource.Count(source.Value), int.MaxValue);

    public static CountRange AtMost(KeywordSource source) => new(0, KeywordSource.Count(source.Value));

    public void Check(SchemaCheck check, int count, string units)
    {
        if (count < Min)
            check.Fail($"{count} {units} are too few", $"Expected at least {Min}.");
        if (count > Max)
            check.Fail($"{count} {units} are too many", $"Expected at most {Max}.");
    }
}
