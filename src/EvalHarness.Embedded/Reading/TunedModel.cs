using EvalHarness.Embedded.Learning;

namespace EvalHarness.Embedded.Reading;

/// <summary>All that a tuned reader learned.</summary>
internal sealed record TunedModel
{
    public required IReadOnlyList<LearnedAnswer> Memory { get; init; }

    /// <summary>Says whether a learned question asks the same.</summary>
    public required LinearModel Matcher { get; init; }

    /// <summary>Recollections with less confidence are not used, in [0, 1].</summary>
    public required double RecallAbove { get; init; }

    public required Associations Associations { get; init; }

    /// <summary>Says whether a sentence of the passages answers.</summary>
    public required LinearModel Ranker { get; init; }

    /// <summary>Says whether the best sentence answers.</summary>
    public required LinearModel Trust { get; init; }

    /// <summary>Evidence with less trust is not used, in [0, 1].</summary>
    public required double TrustAbove { get; init; }

    /// <summary>Says whether a second sentence belongs to the answer.</summary>
    public required LinearModel Second { get; init; }

    public required FieldClassifiers Fields { get; init; }

    /// <summary>How the training data say that there is no answer.</summary>
    public required string Abstention { get; init; }
}
