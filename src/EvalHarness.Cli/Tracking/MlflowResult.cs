namespace EvalHarness.Cli.Tracking;

/// <param name="Page">Where MLflow shows it.</param>
/// <param name="Metrics">Figures that are new there.</param>
/// <param name="Files">Absent where none was to be uploaded, or none could be.</param>
internal sealed record MlflowResult(Uri Page, string RunId, bool IsNew, int Metrics, int? Files);
