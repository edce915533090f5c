using System.CommandLine;
using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Experiments;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>Tries every model behind an endpoint that an experiment names, and nothing else.</summary>
internal sealed class DoctorCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly ExperimentOptions experiment = new();
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        var verb = new Verb(
            "doctor",
            "Check each endpoint of an experiment with one tiny call: model, latency, usage, limits, JSON schema, clock.",
            "evalharness doctor experiment.yaml",
            "evalharness doctor experiment.yaml --pipelines rag --format json");
        experiment.AddTo(verb);
        verb.Add(format);
        verb.SetAction(async (parsed, token) =>
        {
            var read = experiment.Read(parsed);
            var probed = await ProbeAsync(read, token);
            if (parsed.GetValue(format) == "json")
                terminal.Line(JsonSerializer.Serialize(probed.Select(Row), RunJson.Compact));
            else
                Print(probed, read);
            return probed.Any(p => p.Result.Problem is not null) ? ExitCode.Invalid : ExitCode.Done;
        });
        return verb;
    }

    private async Task<IReadOnlyList<Probed>> ProbeAsync(Experiment read, CancellationToken cancellationToken)
    {
        using var endpoints = new EndpointRegistry(time);
        var probe = new EndpointProbe(endpoints);
        List<Probed> probed = [];
        foreach (var asked in Models(read))
        {
            terminal.Note($"Asking {asked.Key.Model} of {asked.Key.Endpoint} …");
            probed.Add(new Probed(await probe.ProbeAsync(asked.First().Source, cancellationToken), [.. asked.Select(m => m.Pipeline)]));
        }

        return probed;
    }

    // Pipelines that ask one model alike are one call.
    private static IEnumerable<IGrouping<(string Endpoint, string? Model, string Format, string? Extra), (ModelSource Source, string Pipeline)>> Models(Experiment read) => read.Pipelines
        .Where(p => p.Kind == ChatPipelineFactory.ChatKind)
        .Select(p => (Source: ChatPipelineFactory.ModelOf(p), Pipeline: p.Name))
        .Where(m => m.Source.Endpoint is not null)
        .GroupBy(m => (m.Source.Endpoint!.Name, m.Source.Options.Name, m.Source.Options.ResponseFormat, m.Source.Options.ExtraBody?.ToJsonString()));

    private void Print(IReadOnlyList<Probed> probed, Experiment read)
    {
        if (probed.Count == 0)
            terminal.Line("No chat pipeline of this experiment calls an endpoint: there is nothing to try.");
        else
            terminal.Results.Write(ProbeTable.Of(probed));
        if (read.Endpoints.Keys.Except(probed.Select(p => p.Result.Endpoint)).ToList() is { Count: > 0 } others)
            terminal.Line($"Not tried, because no chat model is asked there: {string.Join(", ", others)}.");
        foreach (var (result, _) in probed.Where(p => p.Result.Problem is not null))
            terminal.Error($"{result.Endpoint}, {result.Model}: {result.Problem}");
    }

    private static object Row(Probed probed) => new
    {
        probed.Result.Endpoint,
        probed.Result.Model,
        probed.Pipelines,
        probed.Result.Problem,
        probed.Result.ReportedModel,
        LatencyMs = probed.Result.Latency?.TotalMilliseconds,
        probed.Result.UsageFields,
        probed.Result.JsonSchema,
        probed.Result.LimitHeaders,
        ClockSkewSeconds = probed.Result.ClockSkew?.TotalSeconds,
    };
}
