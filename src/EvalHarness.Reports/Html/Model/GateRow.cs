namespace EvalHarness.Reports.Html.Model;

/// <summary>One line of a verdict.</summary>
/// <param name="Scorer">What the scorer's own error does to it.</param>
public sealed record GateRow(string Outcome, string Subject, string Role, string Why, int? N, string? Scorer);
