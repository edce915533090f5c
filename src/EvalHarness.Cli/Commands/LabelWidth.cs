namespace EvalHarness.Cli.Commands;

/// <summary>The half-widths that so many labelled rows buy.</summary>
internal sealed record LabelWidth(int Rows, double LabelledRate, double BalancedAccuracy, double Kappa);
