namespace EvalHarness.Drafting;

/// <summary>What a model drafts; fields that its kind does not ask for are absent.</summary>
internal sealed record DraftReply
{
    public required string Question { get; init; }

    public string? Answer { get; init; }

    public IReadOnlyList<string> OtherWordings { get; init; } = [];

    public string? SupersededAnswer { get; init; }

    public required IReadOnlyList<DraftQuote> Quotes { get; init; }

    public string? EarlierQuote { get; init; }

    /// <summary>The best first; empty without one.</summary>
    public IReadOnlyList<string> Answers =>
        [.. OtherWordings.Prepend(Answer ?? "").Select(a => a.Trim()).Where(a => a.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>What is empty and must not be.</summary>
    public string? Problem() => new (string Name, bool IsEmpty)[]
    {
        ("question", IsBlank(Question)),
        ("answer", Answer is not null && IsBlank(Answer)),
        ("superseded_answer", SupersededAnswer is not null && IsBlank(SupersededAnswer)),
        ("quotes", Quotes.Count == 0 || Quotes.Any(q => IsBlank(q.Quote))),
        ("earlier_quote", EarlierQuote is not null && IsBlank(EarlierQuote)),
    }.Where(f => f.IsEmpty).Select(f => $"\"{f.Name}\" is empty").FirstOrDefault();

    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);
}
