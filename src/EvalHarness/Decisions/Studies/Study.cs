using System.Text.Json.Serialization;

namespace EvalHarness.Decisions.Studies;

/// <summary>One pipeline, varied in one way, on the same rows.</summary>
/// <param name="Id">Of its <see cref="StudyKind"/>.</param>
/// <param name="Parameters">What is varied, as the pipeline's settings call it.</param>
public sealed record Study(string Id, string Pipeline, IReadOnlyList<string> Parameters, IReadOnlyList<StudyPoint> Points)
{
    /// <summary>How much wording alone changes; absent of other studies.</summary>
    public WordingSpread? Spread { get; init; }

    [JsonIgnore]
    public StudyKind Kind => StudyKinds.Of(Id);
}
