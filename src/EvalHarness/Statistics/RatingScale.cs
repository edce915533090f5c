namespace EvalHarness.Statistics;

/// <summary>How far two categories are apart.</summary>
public enum RatingScale
{
    /// <summary>Alike or not: yes and no.</summary>
    Nominal,

    /// <summary>By how many ratings stand between them: ranks.</summary>
    Ordinal,

    /// <summary>By the difference of their numbers.</summary>
    Interval,
}
