namespace EvalHarness.Calibration.Labelling;

/// <summary>A row to be labelled, under a name that says nothing.</summary>
public sealed record LabelItem(string Id, ShownRow Shown);
