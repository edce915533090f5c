namespace EvalHarness.Reports.Html.Rows;

/// <summary>The claims behind a score.</summary>
/// <param name="Metric">The metric's place in the report.</param>
/// <param name="Claims">Each as columns: claim, 1 when supported, document, quote of the best evidence, reason, the text around the quote where no passage that was given holds it; trailing ones that are absent are left out.</param>
public sealed record ClaimList(int Metric, IReadOnlyList<object?[]> Claims);
