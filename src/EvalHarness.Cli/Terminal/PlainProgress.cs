using System.Globalization;
using EvalHarness.Pipelines;

namespace EvalHarness.Cli.Terminal;

/// <summary>Progress for logs: a line whenever another tenth is done.</summary>
internal sealed class PlainProgress(TerminalOutput terminal, SpendMeter spend, TimeProvider time) : IEvaluationProgress
{
    private readonly Lock gate = new();
    private Pace pace = new(0, 0, time);
    private string stage = "";
    private int failed;
    private long tenth;

    public void Replaying(int workItems, int done)
    {
        if (done > 0)
            terminal.Note($"{done} of {workItems} answers are there already");
        Begin("answers", workItems, done);
    }

    public void Traced(Trace trace)
    {
        lock (gate)
        {
            spend.Add(trace);
            failed += trace.Error is null ? 0 : 1;
            Step($", {failed} failed, {spend}");
        }
    }

    public void Scoring(int scores) => Begin("scores", scores, 0);

    public void Scored()
    {
        lock (gate)
            Step("");
    }

    public void Reporting() => terminal.Note("writing the report");

    private void Begin(string name, int wanted, int already)
    {
        lock (gate)
            (stage, pace, tenth) = (name, new Pace(wanted, already, time), Tenths(already, wanted));
    }

    private void Step(string detail)
    {
        pace.Step();
        if (Tenths(pace.Done, pace.Total) is var reached && reached == tenth)
            return;
        tenth = reached;
        terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{stage} {pace.Done}/{pace.Total} ({100L * pace.Done / pace.Total} %), {pace}{detail}"));
    }

    private static long Tenths(int done, int total) => total == 0 ? 0 : 10L * done / total;
}
