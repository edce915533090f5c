using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Pipelines.Processes;

namespace EvalHarness.Evaluators.Custom;

/// <summary>Builds metrics that a program of the user's computes: docs/process-protocol.md. None is started before the first row; all are ended with the factory.</summary>
/// <param name="allowed">Whether the command line has <c>--allow-plugins</c>.</param>
public sealed class ProcessMetricFactory(bool allowed, TimeProvider time, EnvironmentText environment) : IMetricFactory, IDisposable
{
    public const string ProcessKind = "process";

    /// <summary>Change how fast it is, and no score.</summary>
    private static readonly string[] Transport = ["workers", "start_seconds"];

    private readonly ConcurrentBag<WorkerPool> pools = [];

    public ProcessMetricFactory(bool allowed, TimeProvider time)
        : this(allowed, time, EnvironmentText.Own)
    {
    }

    public string Kind => ProcessKind;

    /// <summary>Told what is waited for when a start takes long.</summary>
    public Action<string>? Say { get; init; }

    public void Check(MetricSource metric) => Program(metric, ProcessMetricSettings.Read(metric.OwnSettings)).Check(allowed);

    public IEvaluator Build(MetricSource metric, AnswerReader reader)
    {
        Check(metric);
        var settings = ProcessMetricSettings.Read(metric.OwnSettings);
        var program = Program(metric, settings);
        var pool = program.Pool($"metric '{metric.Id}'", time, Say);
        pools.Add(pool);
        return new ProcessMetric(
            metric.Describe(new Metric(metric.Id, settings.Unit, Direction.Higher, Definition(metric, settings, program, reader))),
            reader,
            (pool, program.Excerpt, TimeSpan.FromSeconds(settings.TimeoutSeconds)),
            time);
    }

    /// <summary>Ends every program that is still running, with its children.</summary>
    public void Dispose()
    {
        foreach (var pool in pools)
            pool.Dispose();
    }

    private static string Definition(MetricSource metric, ProcessMetricSettings settings, UserProgram program, AnswerReader reader)
    {
        var counted = metric.Without([.. Transport, "label", "meaning"]);
        var files = program.ContentHashes().SelectMany(h => new[] { h.Key, h.Value });
        return $"process/1 version={settings.Program!.Version} program={ContentHash.Short(ContentHash.Of([counted.ToJsonString(), .. files]))} {reader.Definition}";
    }

    private UserProgram Program(MetricSource metric, ProcessMetricSettings settings) => new($"metrics.{metric.Id}", metric.Folder, settings.Program!, environment);
}
