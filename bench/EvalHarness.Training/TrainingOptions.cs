namespace EvalHarness.Training;

/// <summary>How the verifier is trained; the defaults made the checked-in weights.</summary>
internal sealed record TrainingOptions
{
    /// <summary>Ridge penalty of the weighted sum.</summary>
    public double Ridge { get; init; } = 0.01;

    /// <summary>How many trees; 0 for the weighted sum alone.</summary>
    public int Trees { get; init; } = 150;

    /// <summary>Questions in a row that a tree asks, 1 to 4.</summary>
    public int Depth { get; init; } = 3;

    /// <summary>What each tree counts for.</summary>
    public double LearningRate { get; init; } = 0.06;

    /// <summary>Added to a leaf's weight (1 is the mean weight of an answer): few rows change little.</summary>
    public double Leaf { get; init; } = 20;

    /// <summary>The least weight of a leaf, in answers.</summary>
    public double LeastLeaf { get; init; } = 15;

    /// <summary>The share of features that a tree may ask for.</summary>
    public double FeatureShare { get; init; } = 0.3;

    /// <summary>The share of groups that a tree learns from: each from others.</summary>
    public double GroupShare { get; init; } = 1;

    /// <summary>The claim's own share of its support; the rest is the mean over its answer.</summary>
    public double OwnShare { get; init; } = 0.7;

    /// <summary>Weight of the claims made from contexts, beside 1 for each file.</summary>
    public double Made { get; init; } = 0.2;

    /// <summary>What a contradiction takes off a claim's score, in log odds.</summary>
    public double Contradiction { get; init; } = 2;

    public int Seed { get; init; } = 1;

    /// <summary>Leave out features that grow with a claim's length.</summary>
    public bool WithoutCounts { get; init; }
}
