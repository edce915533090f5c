namespace EvalHarness.Embedded.Training;

/// <summary>What a checkpoint is to be trained from.</summary>
public sealed record TrainRequest
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>Chat-format JSONL, each line <c>{"messages":[…]}</c> whose last turn is the assistant's, in the answer contract's form.</summary>
    public required string TrainFile { get; init; }

    /// <summary>The corpus of the training file's date: the sentence ranking is learned from its passages.</summary>
    public required string CorpusFolder { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>The share of the examples that is trained on, in (0, 1].</summary>
    public double Share { get; init; } = 1;

    /// <summary>The share of those examples whose reply is another one's, in [0, 1).</summary>
    public double LabelNoise { get; init; }

    /// <summary>The experiment file's folder: the checkpoint is written to <c>checkpoints/name@version/</c> in it.</summary>
    public required string Folder { get; init; }
}
