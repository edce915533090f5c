using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Imports.Recorded;

/// <summary>One answer of a recording, or why there is none.</summary>
/// <param name="Where">Where it stands, for messages.</param>
/// <param name="Id">The question's id where the recording has one: questions of one text are told apart by it.</param>
/// <param name="Repeat">From 0; absent when the recording does not number them.</param>
/// <param name="Answer">Absent exactly when <paramref name="Error"/> is present.</param>
public sealed record RecordedAnswer(string Where, string Question, string? Id, int? Repeat, Answer? Answer, string? Error)
{
    /// <summary>Stage times as they were recorded.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Stages { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>Calls that the answer took when it was recorded; empty when nothing says.</summary>
    public IReadOnlyList<ModelCall> Calls { get; init; } = [];
}
