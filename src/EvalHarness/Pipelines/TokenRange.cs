namespace EvalHarness.Pipelines;

/// <summary>So many tokens at least, and so many at most.</summary>
public readonly record struct TokenRange(long Low, long High)
{
    public static TokenRange Exactly(long tokens) => new(tokens, tokens);

    public static TokenRange operator +(TokenRange a, TokenRange b) => Add(a, b);

    public static TokenRange Add(TokenRange a, TokenRange b) => new(a.Low + b.Low, a.High + b.High);
}
