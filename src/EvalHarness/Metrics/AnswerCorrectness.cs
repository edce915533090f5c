namespace EvalHarness.Metrics;

/// <summary>The metric that right and wrong are read from, wherever an answer has to be one of the two.</summary>
public static class AnswerCorrectness
{
    public const string Id = "answer-correctness";

    /// <summary>From this value on an answer counts as right; statistics use the value itself.</summary>
    public const double RightFrom = 0.5;

    /// <summary>What speaks of correctness, the best that a run has first.</summary>
    public static IReadOnlyList<string> OrNext { get; } = [Id, "token-f1", "exact-match"];
}
