namespace EvalHarness.Cli.Starting;

/// <summary>What the command line says of the five questions; absent where it says nothing.</summary>
internal sealed record StarterGiven
{
    public IReadOnlyList<string>? Compare { get; init; }

    public string? Url { get; init; }

    public string? Model { get; init; }

    public string? TunedModel { get; init; }

    public string? Corpus { get; init; }

    public string? Answer { get; init; }

    public string? Matters { get; init; }

    /// <summary>Nobody is asked for it.</summary>
    public int? Rows { get; init; }

    /// <summary>The usual where nothing was said.</summary>
    public StarterAnswers OrUsual() => StarterAnswers.Default with
    {
        Compare = Compare ?? StarterAnswers.Default.Compare,
        Url = Url ?? StarterAnswers.Default.Url,
        Model = Model ?? StarterAnswers.Default.Model,
        TunedModel = TunedModel ?? StarterAnswers.Default.TunedModel,
        Corpus = Corpus ?? StarterAnswers.Default.Corpus,
        Answer = Answer ?? StarterAnswers.Default.Answer,
        Matters = Matters ?? StarterAnswers.Default.Matters,
        Rows = Rows ?? StarterAnswers.Default.Rows,
    };

    /// <summary>The options that are still to be said.</summary>
    public IEnumerable<string> Missing() => new (string Option, bool IsGiven)[]
    {
        ("--compare", Compare is not null),
        ("--url", Url is not null),
        ("--model", Model is not null),
        ("--tuned-model", TunedModel is not null || (Compare is not null && !OrUsual().IsTuned)),
        ("--corpus", Corpus is not null),
        ("--answer", Answer is not null),
        ("--matters", Matters is not null),
    }.Where(o => !o.IsGiven).Select(o => o.Option);
}
