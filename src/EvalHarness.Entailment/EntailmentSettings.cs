using System.ComponentModel.DataAnnotations;

namespace EvalHarness.Entailment;

/// <summary>An entailment model, as the experiment file has it under <c>verifier:</c>; docs/guides/entailment.md has settings for known models.</summary>
public sealed record EntailmentSettings
{
    /// <summary>The model (.onnx), relative to the experiment file.</summary>
    public required string Model { get; init; }

    /// <summary>tokenizer.json, vocab.txt or a SentencePiece model, relative to the experiment file.</summary>
    public required string Tokenizer { get; init; }

    /// <summary>What the model reads; absent: what the tokenizer's special tokens say.</summary>
    public string? Pair { get; init; }

    /// <summary>The place of "entailed" among the outputs; must be there when they are several.</summary>
    public int? Label { get; init; }

    /// <summary>The outputs that count; absent: all.</summary>
    public IReadOnlyList<int>? Among { get; init; }

    /// <summary><c>softmax</c>, <c>sigmoid</c> or <c>none</c>; absent: softmax over several outputs, sigmoid of one.</summary>
    public string? Activation { get; init; }

    /// <summary>From this probability on a claim counts as supported.</summary>
    [Range(0, 1)]
    public double Threshold { get; init; } = 0.5;

    /// <summary>The model's longest input, in tokens.</summary>
    [Range(16, 131072)]
    public int MaxTokens { get; init; } = 512;

    /// <summary>How many of them are kept for the claim.</summary>
    [Range(4, 4096)]
    public int ClaimTokens { get; init; } = 128;

    /// <summary>For vocab.txt: whether the model is uncased.</summary>
    public bool Lowercase { get; init; } = true;

    /// <summary>Pairs in one call of the model.</summary>
    [Range(1, 1024)]
    public int Batch { get; init; } = 16;

    /// <summary>For the model; 0: as many as there are cores.</summary>
    [Range(0, 256)]
    public int Threads { get; init; }
}
