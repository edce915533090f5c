namespace EvalHarness.Calibration.Labelling;

/// <summary>What stands behind a row that raters see.</summary>
/// <param name="Id">The name that raters see.</param>
/// <param name="Group">Rows of one group are not independent.</param>
/// <param name="Score">The metric's, when the row was drawn.</param>
/// <param name="SaidYes">What the scorer said then.</param>
/// <param name="Shown">SHA-256 of what raters see.</param>
public sealed record LabelKeyRow(string Id, string WorkItem, string SampleId, string Pipeline, int Repeat, string Group, double Score, bool SaidYes, string Shown);
