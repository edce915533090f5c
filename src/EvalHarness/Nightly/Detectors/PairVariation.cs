namespace EvalHarness.Nightly.Detectors;

/// <summary>What is known of both sides' answers to one sample.</summary>
public readonly record struct PairVariation(AnswerVariation Candidate, AnswerVariation Champion)
{
    /// <summary>Tonight's answers are a new draw: one side's are known to vary.</summary>
    public bool IsAnew => Candidate.Varies || Champion.Varies;

    /// <summary>Answers that used to be the same bytes are others: something changed, and it is judged once.</summary>
    public bool HasChanged(ulong candidate, ulong champion) => !IsAnew && (Candidate.IsOther(candidate) || Champion.IsOther(champion));

    public PairVariation After(ulong candidate, ulong champion) => new(Candidate.After(candidate), Champion.After(champion));
}
