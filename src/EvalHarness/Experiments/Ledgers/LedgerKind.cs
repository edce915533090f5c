namespace EvalHarness.Experiments.Ledgers;

/// <summary>What money is for: sums of unlike kinds are never added.</summary>
public enum LedgerKind
{
    /// <summary>Answering.</summary>
    SystemUnderTest,

    /// <summary>Grading by models.</summary>
    Judge,

    /// <summary>Training, data, indexes, storage, hosting: paid beside the answers.</summary>
    Preparation,
}
