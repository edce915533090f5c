using EvalHarness.Pipelines;
using Spectre.Console;

namespace EvalHarness.Cli.Terminal;

/// <summary>Progress for a person: a bar with rate, time left, failures and spend.</summary>
internal sealed class BarProgress(ProgressContext context, SpendMeter spend, TimeProvider time) : IEvaluationProgress
{
    private readonly Lock gate = new();
    private Pace pace = new(0, 0, time);
    private ProgressTask? bar;
    private string stage = "";
    private int failed;

    public void Replaying(int workItems, int done) => Begin("Answers", workItems, done);

    public void Traced(Trace trace)
    {
        lock (gate)
        {
            spend.Add(trace);
            failed += trace.Error is null ? 0 : 1;
            Step($", {failed} failed, {spend}");
        }
    }

    public void Scoring(int scores) => Begin("Scores", scores, 0);

    public void Scored()
    {
        lock (gate)
            Step("");
    }

    public void Reporting() => Begin("Report", 1, 0);

    /// <summary>Fills the bar that is under way: what was there already is not told of one by one.</summary>
    public void Complete()
    {
        if (bar is not null)
            bar.Value = bar.MaxValue;
    }

    private void Begin(string name, int wanted, int already)
    {
        lock (gate)
        {
            Complete();
            stage = name;
            pace = new Pace(wanted, already, time);
            bar = context.AddTask(name, maxValue: Math.Max(1, wanted));
            bar.Value = already;
        }
    }

    private void Step(string detail)
    {
        pace.Step();
        bar!.Value = pace.Done;
        bar.Description = $"{stage} [grey]{Markup.Escape($"{pace}{detail}")}[/]";
    }
}
