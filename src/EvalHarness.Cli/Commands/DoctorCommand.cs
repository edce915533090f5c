using System.CommandLine;
using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Experiments;
using EvalHarness.Inputs;
using EvalHarness.Runs;
using Spectre.Console;

namespace EvalHarness.Cli.Commands;

/// <summary>Tries everything that an experiment calls, each once, and nothing else.</summary>
internal sealed class DoctorCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly ExperimentOptions experiment = new();
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        var verb = new Verb(
            "doctor",
            "Try each endpoint, judge, service and program of an experiment with one tiny call: model, latency, usage, limits, JSON schema, clock, what is missing.",
            "evalharness doctor experiment.yaml",
            "evalharness doctor experiment.yaml --pipelines rag --format json");
        experiment.AddTo(verb);
        verb.Add(format);
        verb.SetAction(async (parsed, token) =>
        {
            var read = experiment.Read(parsed);
            using var plan = new ProbePlan(read, experiment.AllowsPlugins(parsed), time);
            var probed = await ProbeAsync(plan, token);
            if (parsed.GetValue(format) == "json")
                terminal.Line(JsonSerializer.Serialize(probed.Select(Row), RunJson.Compact));
            else
                Print(probed, read);
            if (plan.NotAllowed is { Count: > 0 } programs)
                terminal.Note($"Not started, because --allow-plugins is not given: {string.Join(", ", programs)}.");
            return probed.Any(p => p.Result.Problem is not null) ? ExitCode.Invalid : ExitCode.Done;
        });
        return verb;
    }

    private async Task<IReadOnlyList<Probed>> ProbeAsync(ProbePlan plan, CancellationToken cancellationToken)
    {
        List<Probed> probed = [];
        foreach (var planned in plan.Probes())
        {
            terminal.Note($"Asking {planned.Asked.Model} of {planned.Asked.Endpoint} …");
            probed.Add(new Probed(await ProbeAsync(planned, cancellationToken), planned.Pipelines));
        }

        return probed;
    }

    // What is wrong with one must not hide what is wrong with the others.
    private static async Task<Providers.Models.ProbeResult> ProbeAsync(PlannedProbe planned, CancellationToken cancellationToken)
    {
        try
        {
            return await planned.ProbeAsync(cancellationToken);
        }
        catch (InputException exception)
        {
            return planned.Asked with { Problem = string.Join(' ', exception.Problems.Select(p => p.ToString())) };
        }
    }

    private void Print(IReadOnlyList<Probed> probed, Experiment read)
    {
        if (probed.Count == 0)
            terminal.Line("Nothing in this experiment calls anything: there is nothing to try.");
        foreach (var table in ProbeTable.Of(probed, terminal.Width))
            terminal.Results.Write(table);
        if (read.Endpoints.Keys.Except(probed.Select(p => p.Result.Endpoint)).ToList() is { Count: > 0 } others)
            terminal.Line($"Not tried, because no pipeline and no judge asks there: {string.Join(", ", others)}.");
        foreach (var (result, _) in probed)
            foreach (var missing in result.Missing())
                terminal.Results.MarkupLine($"[yellow]{Markup.Escape(TerminalText.Safe($"{result.Endpoint}, {result.Model}: {missing}"))}[/]");
        foreach (var (result, _) in probed.Where(p => p.Result.Problem is not null))
            terminal.Error($"{result.Endpoint}, {result.Model}: {result.Problem}");
    }

    private static object Row(Probed probed) => new
    {
        probed.Result.Kind,
        probed.Result.Endpoint,
        probed.Result.Model,
        probed.Pipelines,
        probed.Result.Problem,
        probed.Result.ReportedModel,
        LatencyMs = probed.Result.Latency?.TotalMilliseconds,
        probed.Result.UsageFields,
        probed.Result.JsonSchema,
        probed.Result.Found,
        Missing = probed.Result.Missing().ToList(),
        probed.Result.LimitHeaders,
        ClockSkewSeconds = probed.Result.ClockSkew?.TotalSeconds,
    };
}
