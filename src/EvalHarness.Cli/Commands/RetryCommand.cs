using System.CommandLine;
using EvalHarness.Cli.Terminal;

namespace EvalHarness.Cli.Commands;

/// <summary>Makes up what a run lacks: what failed, and what was never answered.</summary>
internal sealed class RetryCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly Option<bool> failed = new("--failed") { Description = "Only what failed; what a stop left without an answer stays so." };

    public Command Build()
    {
        var verb = new Verb(
            "retry",
            "Try again what failed and answer what is missing, then score and report anew. A new attempt supersedes the failed one, which stays on record.",
            "evalharness retry 20261123-101500-helpdesk",
            "evalharness retry 20261123-101500-helpdesk --failed") { failed };
        return new RecordedRunCommand(verb, terminal, time).Build(async (parsed, run, composition, progress, token) =>
        {
            UnchangedPipelines.Demand(run.Manifest, composition, "Attempts of one run must be of one system: start a new run.");
            using var telemetry = TelemetryExport.Start(composition.Experiment.Telemetry, terminal.Note);
            var watch = await SpendWatch.OverAsync(composition.Inputs, run.Manifest.Dataset.Choice, token);
            var evaluation = composition.Evaluation() with
            {
                SpendLimit = watch is null ? null : watch.LimitAsync,
                JudgeLimit = watch is null ? null : watch.JudgeLimitAsync,
                Events = telemetry.Events,
            };
            return await evaluation.RetryAsync(run, missingToo: !parsed.GetValue(failed), progress, token);
        });
    }
}
