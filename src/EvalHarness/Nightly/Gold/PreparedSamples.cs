namespace EvalHarness.Nightly.Gold;

/// <summary>The samples of a night, as they are replayed.</summary>
/// <param name="File">The dataset itself, or a copy in the history's folder where rows were chosen or anchored anew.</param>
/// <param name="Count">Samples of the night.</param>
/// <param name="Anchored">Evidence that was found again elsewhere; the dataset should take it over.</param>
/// <param name="Stale">Samples of the night whose evidence is gone: asked, and out of the alarm.</param>
public sealed record PreparedSamples(string File, int Count, IReadOnlyList<AnchoredEvidence> Anchored, IReadOnlyList<StaleSample> Stale);
