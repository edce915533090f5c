namespace EvalHarness.Reports.Wording;

/// <summary>What people read in place of a metric's id.</summary>
/// <param name="Label">Names what was counted: "Unsupported answers".</param>
/// <param name="Meaning">One sentence on how a row's value comes about.</param>
/// <param name="Family">The family whose badge it carries.</param>
public sealed record MetricWords(string Label, string Meaning, string Family);
