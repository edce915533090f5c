namespace EvalHarness.Experiments;

/// <summary>What an arm was given before it was measured, as its makers declare it: <c>tuning:</c> in the experiment file.</summary>
public sealed record TuningBudget
{
    /// <summary>Labelled examples that it learned from; where it is not said, the training file's rows count.</summary>
    public int? Labels { get; init; }

    /// <summary>Settings that were tried on a split for tuning.</summary>
    public int? DevLooks { get; init; }

    /// <summary>Working hours of people.</summary>
    public double? Hours { get; init; }

    public string? Note { get; init; }
}
