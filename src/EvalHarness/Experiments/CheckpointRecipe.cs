namespace EvalHarness.Experiments;

/// <summary>How a checkpoint that does not exist yet is trained. Paths are relative to the experiment file.</summary>
public sealed record CheckpointRecipe
{
    /// <summary>The training examples: JSONL in chat format.</summary>
    public required string Train { get; init; }

    /// <summary>The articles that the examples were written against.</summary>
    public required string Corpus { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>The share of the examples that is trained on, in (0, 1]: a seeded choice, and a larger share holds a smaller one.</summary>
    public double Share { get; init; } = 1;

    /// <summary>The share of those examples whose reply is another one's, in [0, 1): what wrong labels spoil.</summary>
    public double LabelNoise { get; init; }
}
