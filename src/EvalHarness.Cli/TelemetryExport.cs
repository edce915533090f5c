using System.Collections;
using EvalHarness.Evaluators;
using EvalHarness.Experiments;
using EvalHarness.Pipelines;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EvalHarness.Cli;

/// <summary>Sends spans, metrics and evaluation events over OTLP: where the experiment asks for it and an OTEL_EXPORTER_OTLP_* variable says where to, and only then.</summary>
internal sealed class TelemetryExport : IDisposable
{
    private const string Variables = "OTEL_EXPORTER_OTLP_";
    private const string ModelCalls = "Experimental.Microsoft.Extensions.AI";

    private static readonly string[] Signals = ["TRACES", "METRICS", "LOGS"];

    private readonly List<IDisposable> providers = [];
    private readonly bool content;
    private ILoggerFactory? loggers;

    private TelemetryExport(bool content) => this.content = content;

    /// <summary>Told each score; nothing happens to it where logs are not exported.</summary>
    public ScoreEvents Events => loggers is null ? ScoreEvents.None : new ScoreEvents(loggers.CreateLogger(HarnessTelemetry.Name), content);

    /// <summary>Exports until it is disposed, which sends what is left.</summary>
    /// <param name="say">Told when the experiment asks for an export that has no target.</param>
    public static TelemetryExport Start(TelemetryOptions options, Action<string> say)
    {
        var export = new TelemetryExport(options.Content);
        if (options.Export != "otlp")
            return export;
        var named = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(v => (string)v.Key).Where(v => v.StartsWith(Variables, StringComparison.Ordinal)).ToList();
        if (named.Count == 0)
            say($"telemetry: the experiment asks for otlp, but no {Variables}* variable is set: nothing is exported");
        export.Start(signal => named.Exists(v => Concerns(v[Variables.Length..], signal)));
        return export;
    }

    public void Dispose()
    {
        foreach (var provider in providers)
            provider.Dispose();
    }

    // A variable that names no signal is for all of them.
    private static bool Concerns(string variable, string signal) =>
        variable.StartsWith($"{signal}_", StringComparison.Ordinal) || !Signals.Any(s => variable.StartsWith($"{s}_", StringComparison.Ordinal));

    private void Start(Func<string, bool> isExported)
    {
        if (isExported("TRACES"))
            providers.Add(Sdk.CreateTracerProviderBuilder().ConfigureResource(Name).AddSource(HarnessTelemetry.Name, ModelCalls).AddOtlpExporter().Build());
        if (isExported("METRICS"))
            providers.Add(Sdk.CreateMeterProviderBuilder().ConfigureResource(Name).AddMeter(HarnessTelemetry.Name, ModelCalls).AddOtlpExporter().Build());
        if (!isExported("LOGS"))
            return;
        var resource = ResourceBuilder.CreateDefault();
        Name(resource);
        loggers = LoggerFactory.Create(builder => builder.AddOpenTelemetry(log => log.SetResourceBuilder(resource).AddOtlpExporter()));
        providers.Add(loggers);
    }

    private static void Name(ResourceBuilder resource)
    {
        if (Environment.GetEnvironmentVariable("OTEL_SERVICE_NAME") is null)
            resource.AddService("evalharness");
    }
}
