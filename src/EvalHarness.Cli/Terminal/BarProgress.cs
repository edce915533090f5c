using System.Globalization;
using EvalHarness.Pipelines;
using Spectre.Console;

namespace EvalHarness.Cli.Terminal;

/// <summary>Progress for a person: a bar with rate, time left, failures and spend.</summary>
internal sealed class BarProgress(ProgressContext context, SpendMeter spend, TimeProvider time) : IEvaluationProgress
{
    private readonly Lock gate = new();
    private ProgressTask? task;
    private string stage = "";
    private int failed;
    private int done;
    private long started;

    public void Replaying(int workItems, int done) => Begin("Answers", workItems, done);

    public void Traced(Trace trace)
    {
        lock (gate)
        {
            spend.Add(trace);
            failed += trace.Error is null ? 0 : 1;
            Step($"{failed} failed · {spend}");
        }
    }

    public void Scoring(int scores) => Begin("Scores", scores, 0);

    public void Scored()
    {
        lock (gate)
            Step("");
    }

    public void Reporting() => Begin("Report", 1, 0);

    private void Begin(string name, int wanted, int already)
    {
        lock (gate)
        {
            Complete();
            (stage, failed, done, started) = (name, 0, 0, time.GetTimestamp());
            task = context.AddTask(name, maxValue: Math.Max(1, wanted));
            task.Increment(already);
        }
    }

    public void Complete()
    {
        if (task is not null)
            task.Value = task.MaxValue;
    }

    private void Step(string detail)
    {
        done++;
        var rate = done / Math.Max(1e-3, time.GetElapsedTime(started).TotalSeconds);
        task!.Description = string.Create(CultureInfo.InvariantCulture, $"{stage} [grey]{rate:0}/s {Markup.Escape(detail)}[/]");
        task.Increment(1);
    }
}
