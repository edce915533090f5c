namespace EvalHarness.Evaluators.Judges;

/// <summary>A metric of kind <c>rubric</c> as the experiment file has it.</summary>
public sealed record RubricSettings
{
    public string Kind { get; init; } = RubricMetricFactory.RubricKind;

    /// <summary>The judge's name; may be left out where there is one.</summary>
    public string? Judge { get; init; }

    /// <summary>The rubric's file: what is graded, and what each grade means.</summary>
    public required string Rubric { get; init; }

    /// <summary><c>yes-no</c> or <c>1-5</c>.</summary>
    public string Scale { get; init; } = RubricScale.YesNo;

    /// <summary>What the judge sees besides question and answer: <c>gold</c>, <c>passages</c>.</summary>
    public IReadOnlyList<string> Sees { get; init; } = [];

    /// <summary>A file that replaces our instructions; <c>{rubric}</c> and <c>{options}</c> in it are filled in.</summary>
    public string? Prompt { get; init; }
}
