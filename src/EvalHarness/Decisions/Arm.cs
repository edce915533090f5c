namespace EvalHarness.Decisions;

/// <summary>A way of answering that teams choose between: with or without retrieval, tuned or not.</summary>
public enum Arm
{
    /// <summary>The untuned model alone: what the others are held against.</summary>
    Base,

    /// <summary>A large untuned model with a long prompt: neither retrieval nor tuning.</summary>
    Prompted,

    Rag,

    FineTuned,

    /// <summary>A tuned model that is given passages.</summary>
    Hybrid,
}
