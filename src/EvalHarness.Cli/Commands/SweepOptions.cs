using System.CommandLine;
using EvalHarness.Decisions.Sweeps;
using EvalHarness.Experiments.Sweeps;

namespace EvalHarness.Cli.Commands;

/// <summary>What is varied, and what is looked for, on the command line.</summary>
internal sealed class SweepOptions
{
    private readonly Option<string?> pipeline = new("--pipeline") { Description = "The pipeline that is varied; the only one when absent." };
    private readonly Option<string[]> vary = new("--vary") { Description = "A parameter of it and values: --vary retrieval.chunk.tokens=120,240. Several make a grid.", DefaultValueFactory = _ => [] };
    private readonly Option<string?> points = new("--points") { Description = "A sweep file (YAML) with a grid, named points, or both: docs/schemas/sweep.schema.json." };
    private readonly Option<string?> objective = new("--objective") { Description = "The metric to be good at; the best measure of correctness that the rows have when absent." };
    private readonly Option<double?> tolerance = new("--tolerance") { Description = "How much worse than the best a cheaper point may be shown to be at most, in the objective's unit; 0.02 of a rate when absent, and nothing of what has no bounds." };
    private readonly Option<string> quantile = new("--quantile") { Description = "Of the times: p50, p95 or p99.", DefaultValueFactory = _ => SweepAim.DefaultQuantile };
    private readonly Option<string?> slice = new("--slice") { Description = "Tell objective and recall for each value of this tag, too: --slice length." };
    private readonly Option<bool> noConfirm = new("--no-confirm") { Description = "Leave the confirmation out." };
    private readonly Option<string> confirmOn = new("--confirm-on") { Description = "The split that confirms the choice.", DefaultValueFactory = _ => "test" };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[pipeline, vary, points, objective, tolerance, quantile, slice, noConfirm, confirmOn])
            command.Add(option);
        quantile.AcceptOnlyFromAmong("p50", "p95", "p99");
        tolerance.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() < 0)
                result.AddError("--tolerance must be 0 or more.");
        });
    }

    /// <summary>File and command line together; the command line wins where both speak of one thing.</summary>
    public SweepPlan Plan(ParseResult parsed)
    {
        var plan = parsed.GetValue(points) is { } file ? SweepReader.Read(file) : new SweepPlan();
        return plan with
        {
            Pipeline = parsed.GetValue(pipeline) ?? plan.Pipeline,
            Variations = [.. plan.Variations, .. parsed.GetValue(vary)!.Select(Variation.Parse)],
            Objective = parsed.GetValue(objective) ?? plan.Objective,
            Tolerance = parsed.GetValue(tolerance) ?? plan.Tolerance,
        };
    }

    public string Quantile(ParseResult parsed) => parsed.GetValue(quantile)!;

    /// <summary>A tag; absent when no slices are told.</summary>
    public string? Slice(ParseResult parsed) => parsed.GetValue(slice);

    /// <summary>A split; absent when nothing is confirmed.</summary>
    public string? ConfirmOn(ParseResult parsed) => parsed.GetValue(noConfirm) ? null : parsed.GetValue(confirmOn);
}
