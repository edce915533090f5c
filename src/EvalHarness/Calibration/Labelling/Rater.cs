namespace EvalHarness.Calibration.Labelling;

/// <summary>One rater's labels, checked.</summary>
/// <param name="Labels">By the id that raters see: yes, no, or nothing where the rater is unsure. Rows that were not labelled are absent.</param>
public sealed record Rater(string Name, IReadOnlyDictionary<string, bool?> Labels)
{
    /// <summary>Nothing where the rater is unsure or has not labelled it.</summary>
    public bool? Of(string id) => Labels.GetValueOrDefault(id);

    public int Unsure => Labels.Values.Count(l => l is null);
}
