using EvalHarness.Gates;
using EvalHarness.Reports.Csv;
using EvalHarness.Runs;

namespace EvalHarness.Reports.Live;

/// <summary>A run as its folder has it now.</summary>
/// <param name="Progress">Absent when it is finished, or its store cannot be read.</param>
/// <param name="Summary">Its figures over all rows; empty before its first report.</param>
/// <param name="Verdict">Absent before a gate.</param>
public sealed record ListedRun(RunFolder Folder, RunManifest Manifest, RunProgress? Progress, IReadOnlyList<SummaryLine> Summary, Verdict? Verdict)
{
    public string Id => Folder.Id;

    public bool IsFinished => Manifest.FinishedAt is not null;

    public bool IsUnderWay => !IsFinished && Progress is { IsUnderWay: true };

    /// <summary>Runs of one experiment on the same file and split belong together.</summary>
    public string Series => $"{Manifest.Name} · {Path.GetFileName(Manifest.Dataset.File)} · {Manifest.Dataset.Split}";

    public SummaryLine? Figure(string pipeline, string metric) => Summary.FirstOrDefault(s => s.Pipeline == pipeline && s.Metric == metric);

    /// <summary>The few metrics that stand for it.</summary>
    public IReadOnlyList<string> Headlines => Wording.HeadlineMetrics.Of(Summary.Where(s => s.Estimate is not null).Select(s => s.Metric));
}
