namespace EvalHarness;

/// <summary>Writes a finished run in one format. The same report gives the same bytes.</summary>
public interface IReportWriter
{
    /// <param name="folder">The run's folder; it exists.</param>
    Task WriteAsync(RunReport report, string folder, CancellationToken cancellationToken);
}
