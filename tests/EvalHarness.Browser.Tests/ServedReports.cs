using System.Text.Json.Nodes;
using EvalHarness.Comparisons;
using EvalHarness.Pipelines;
using EvalHarness.Reports;
using EvalHarness.Runs;
using EvalHarness.Server;
using EvalHarness.Tests;
using EvalHarness.Tests.Reports;
using EvalHarness.Tests.Reports.Html;

namespace EvalHarness.Browser.Tests;

/// <summary>Two written reports of a made-up run and one that is under way, served on a free port.</summary>
internal sealed class ServedReports : IAsyncDisposable, IRunComparison
{
    public const string Newer = "20261123-101500-helpdesk";
    public const string Older = "20261122-101500-helpdesk";
    public const string Running = "20261124-101500-helpdesk";

    private readonly TemporaryFolder folder = new();
    private readonly RunReport report = SomePageRows.Report(SomePageRows.OfSamples(12)) with { Decision = SomeReport.Make().Decision };
    private ReportServer? server;

    public string Url => server!.Url;

    public OpenRun UnderWay { get; private set; } = null!;

    public static async Task<ServedReports> StartAsync()
    {
        ServedReports reports = new();
        await reports.WriteAsync(Newer, daysAgo: 0);
        await reports.WriteAsync(Older, daysAgo: 1);
        var spec = Spec("rag");
        reports.UnderWay = await OpenRun.CreateAsync(
            reports.folder.FullPath,
            _ => Running,
            new[] { Some.Sample("s1", "One?"), Some.Sample("s2", "Two?") }.ToAsyncEnumerable(),
            RunPlan.Of([spec], null, new RunOptions()),
            (id, samples) => reports.Manifest(id, daysAgo: -1) with { FinishedAt = null, WorkItems = samples },
            CancellationToken.None);
        reports.server = await ReportServer.StartAsync(new ServeOptions { Folder = reports.folder.FullPath, Port = 0 }, reports, CancellationToken.None);
        return reports;
    }

    public Task<(RunReport Report, RunReport Older)> CompareAsync(RunFolder newer, RunFolder older, CancellationToken cancellationToken)
    {
        var (now, before) = (With(newer.Id, 0), With(older.Id, 1));
        IReadOnlyList<PairedComparison> comparisons = [.. report.Pipelines.SelectMany(p => new PairedComparer(1).Compare(now.Scores, [p], before.Scores, p)).OrderBy(c => c.Slice != Slice.All)];
        return Task.FromResult((now with { Comparisons = comparisons }, before));
    }

    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        await UnderWay.DisposeAsync();
        folder.Dispose();
    }

    private async Task WriteAsync(string id, int daysAgo)
    {
        RunFolder run = new(Directory.CreateDirectory(folder[id]).FullName);
        run.WriteManifest(Manifest(id, daysAgo));
        foreach (var writer in ReportWriters.All)
            await writer.WriteAsync(With(id, daysAgo), run.FullPath, CancellationToken.None);
    }

    private RunReport With(string id, int daysAgo) => report with { Manifest = Manifest(id, daysAgo) };

    private RunManifest Manifest(string id, int daysAgo) => report.Manifest with
    {
        Id = id,
        StartedAt = report.Manifest.StartedAt.AddDays(-daysAgo),
        FinishedAt = report.Manifest.FinishedAt!.Value.AddDays(-daysAgo),
        Pipelines = [.. report.Pipelines.Select(Spec)],
    };

    private static PipelineSpec Spec(string name) => new(name, "chat", "/data", new JsonObject(), new Dictionary<string, string>());
}
