using EvalHarness.Inputs;
using EvalHarness.Metrics;

namespace EvalHarness.Calibration.Labelling;

/// <summary>What raters are asked, and which metric their labels are held against. A new task is one here.</summary>
/// <param name="Name">The evaluator that <c>calibrate</c> measures with the labels.</param>
/// <param name="Metric">The metric of the run.</param>
/// <param name="Best">The metric's value that says yes.</param>
/// <param name="Asked">A question that yes, no or unsure answers.</param>
/// <param name="Rules">How to decide, a sentence each.</param>
public sealed record LabelTask(string Name, LabelEvidence Evidence, string Metric, double Best, string Asked, IReadOnlyList<string> Rules)
{
    private const string WhatIsGrounded = "Does the evidence support everything that the answer says?";

    private static readonly string[] GroundedRules =
    [
        "Yes: each statement follows from the evidence, or the question already says it. Other words for the same are support.",
        "No: at least one number, name, date, condition or statement is missing from the evidence or against it.",
        "Judge by the evidence shown, even where you know better.",
        "Unsure: the evidence can be read both ways. Do not guess.",
    ];

    private static readonly string[] CorrectRules =
    [
        "Yes: the answer says what one of the right answers says, in any words, and nothing against it.",
        "No: it says something else, leaves out what was asked, or says that it does not know.",
        "Further true detail does no harm.",
        "Unsure: the right answers do not settle it. Do not guess.",
    ];

    public static IReadOnlyList<LabelTask> All { get; } =
    [
        new(LabelScorers.Groundedness, LabelEvidence.Corpus, "unsupported-answer", 0, WhatIsGrounded, GroundedRules),
        new(LabelScorers.Groundedness, LabelEvidence.Passages, "groundedness-passages", 1, WhatIsGrounded, GroundedRules),
        new(LabelScorers.Correctness, LabelEvidence.Gold, AnswerCorrectness.Id, 1, "Is the answer right?", CorrectRules),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(t => t.Name).Distinct(StringComparer.Ordinal)];

    /// <param name="evidence">Which evidence, where a task can have more than one; its usual one when absent.</param>
    /// <exception cref="InputException">There is no such task.</exception>
    public static LabelTask Named(string name, LabelEvidence? evidence = null)
    {
        var named = All.Where(t => t.Name == name).ToList();
        if (named.Count == 0)
            throw new InputException(new InputProblem("--what", $"'{name}' cannot be labelled", $"Choose one of {string.Join(", ", Names)}."));
        return named.Find(t => evidence is null || t.Evidence == evidence)
            ?? throw new InputException(new InputProblem("--evidence", $"{name} is not judged by it", $"Leave --evidence out: it chooses between corpus and passages for {LabelScorers.Groundedness}."));
    }
}
