using System.Globalization;
using EvalHarness.Pipelines;

namespace EvalHarness.Cli.Terminal;

/// <summary>Progress for logs: a line whenever another tenth is done.</summary>
internal sealed class PlainProgress(TerminalOutput terminal, SpendMeter spend, TimeProvider time) : IEvaluationProgress
{
    private readonly Lock gate = new();
    private string stage = "";
    private int total;
    private int done;
    private int errors;
    private int tenth;
    private long started;

    public void Replaying(int workItems, int done) => Begin("answers", workItems, done);

    public void Traced(Trace trace)
    {
        lock (gate)
        {
            spend.Add(trace);
            errors += trace.Error is null ? 0 : 1;
            Step();
        }
    }

    public void Scoring(int scores) => Begin("scores", scores, 0);

    public void Scored()
    {
        lock (gate)
            Step();
    }

    public void Reporting() => terminal.Note("writing the report");

    private void Begin(string name, int wanted, int already)
    {
        lock (gate)
            (stage, total, done, errors, tenth, started) = (name, wanted, already, 0, 0, time.GetTimestamp());
        if (already > 0)
            terminal.Note($"resumed: {already} of {wanted} {name} are there already");
    }

    private void Step()
    {
        done++;
        if (total == 0 || (done * 10 / total) is var reached && reached == tenth)
            return;
        tenth = reached;
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{stage} {done}/{total} ({done * 100 / total} %) in {seconds:0.0} s{Trouble()}"));
    }

    private string Trouble() => stage == "answers" ? $", {errors} failed, {spend}" : "";
}
