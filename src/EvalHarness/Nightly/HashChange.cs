namespace EvalHarness.Nightly;

/// <summary>Something that was not the same on two nights.</summary>
/// <param name="What"><c>dataset</c>, <c>prices</c>, <c>candidate/model</c>, <c>candidate/prompt</c> …</param>
/// <param name="Before">Absent where it is new.</param>
/// <param name="After">Absent where it is gone.</param>
public sealed record HashChange(string What, string? Before, string? After)
{
    /// <summary>What differs between two nights, by name.</summary>
    public static IReadOnlyList<HashChange> Between(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
    [
        .. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(what => new HashChange(what, before.GetValueOrDefault(what), after.GetValueOrDefault(what)))
            .Where(c => c.Before != c.After),
    ];
}
