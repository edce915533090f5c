using System.Text.Json;
using EvalHarness.Evaluators.Plugins;
using EvalHarness.Inputs;
using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Custom;

/// <summary>Builds metrics that a class of the user's computes: an <see cref="IEvaluator"/> in an assembly that the experiment names.</summary>
public sealed class ClassMetricFactory(PluginHost plugins) : IMetricFactory
{
    public const string ClassKind = "class";

    public string Kind => ClassKind;

    public void Check(MetricSource metric) => plugins.Check(Plugin(metric, Settings(metric)));

    public IEvaluator Build(MetricSource metric, AnswerReader reader)
    {
        var settings = Settings(metric);
        var plugin = Plugin(metric, settings);
        var own = plugins.Create<IEvaluator>(plugin, TimeSpan.FromSeconds(settings.StartSeconds), metric with { Settings = settings.Settings }, reader);
        var patience = TimeSpan.FromSeconds(settings.TimeoutSeconds);
        // Its properties are code of the user's too: read once.
        var (definition, metrics) = plugins.Ask<(string, IReadOnlyList<Metric>)>(plugin, patience, () => (own.Definition, [.. own.Metrics]));
        OwnMetrics.ThrowIfWrong(metric.Id, metrics);
        var identity = FormattableString.Invariant($"plugin={ContentHash.Short(PluginFolder.Hash(plugin.File))} settings={ContentHash.Short(ContentHash.Of(settings.Type, settings.Settings.ToJsonString()))} timeout={settings.TimeoutSeconds} {reader.Definition}");
        return new PluginEvaluator(
            own,
            $"class/1 {definition} {identity}",
            [.. metrics.Select(m => metric.Describe(m with { Definition = $"{m.Definition} {identity}" }, m.Id[metric.Id.Length..].TrimStart('-')))],
            new PluginCalls(patience, plugins.Time));
    }

    private static ClassMetricSettings Settings(MetricSource metric) => metric.OwnSettings.Deserialize<ClassMetricSettings>(InputJson.Options)!;

    private static PluginSource Plugin(MetricSource metric, ClassMetricSettings settings) =>
        new($"metrics.{metric.Id}", settings.Assembly, metric.Folder, settings.Type);
}
