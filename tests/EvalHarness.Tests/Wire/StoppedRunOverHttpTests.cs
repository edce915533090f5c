using EvalHarness.Runs;
using EvalHarness.Stub;
using EvalHarness.Stub.Faults;

namespace EvalHarness.Tests.Wire;

/// <summary>Runs that their budget or their deadline ends, from the command line to the server's own counts.</summary>
public class StoppedRunOverHttpTests
{
    private const int Samples = 20;
    private const decimal BudgetUsd = 0.06m;

    [Test]
    public async Task A_budget_ends_a_run_before_more_is_spent_and_a_larger_one_finishes_it_without_a_call_made_twice()
    {
        await using var stub = await StubServer.StartAsync(Answering());
        using var experiment = new WireExperiment(stub, "", Samples, articles: 3, WireExperiment.Plain, WireExperiment.Rag);

        var stopped = await experiment.EvaluateAsync("--max-cost", "0.06");

        var spent = await experiment.CountedUsdAsync();
        Assert.That(stopped.ExitCode, Is.EqualTo(4), stopped.Error);
        Assert.That(stopped.Error, Does.Contain("stopped before it would have spent more than its budget"));
        // What is left would not have paid for one answer more at the price that was set aside for it.
        Assert.That(spent, Is.InRange(BudgetUsd - 0.012m, BudgetUsd));
        Assert.That(experiment.SpentUsd, Is.EqualTo(spent));
        Assert.That(experiment.Manifest.Stops!.Single().Cause, Is.EqualTo(StopCause.Budget));
        Assert.That(experiment.Text("summary.md"), Does.Contain("more than its budget").And.Contain("answers are missing"));
        Assert.That(experiment.Text("index.html"), Does.Contain("more than its budget"));

        var finished = await experiment.EvaluateAsync("--max-cost", "1");

        Assert.That(finished.ExitCode, Is.Zero, finished.Error);
        Assert.That(finished.Error, Does.Contain("resuming"));
        Assert.That(experiment.Rows("samples.csv").Select(r => r["status"]), Is.All.EqualTo("answered").And.Exactly(2 * Samples).Items);
        Assert.That((await stub.QuietCountsAsync()).Tries.Values, Is.All.EqualTo(1), "nothing is called twice");
        Assert.That(experiment.SpentUsd, Is.EqualTo(await experiment.CountedUsdAsync()));
        Assert.That(experiment.Manifest.Stops, Is.Null);
        Assert.That(experiment.Text("summary.md"), Does.Not.Contain("budget"));
    }

    [Test]
    public async Task A_deadline_ends_a_run_and_the_same_command_without_it_finishes_it()
    {
        await using var stub = await StubServer.StartAsync(Answering() with { Delay = TimeSpan.FromMilliseconds(150) });
        using var experiment = new WireExperiment(stub, "concurrency: 1, deadline_seconds: 1", Samples, articles: 3, WireExperiment.Plain);

        var stopped = await experiment.EvaluateAsync();

        var answered = (await stub.QuietCountsAsync()).Answered;
        Assert.That(stopped.ExitCode, Is.EqualTo(4), stopped.Error);
        Assert.That(stopped.Error, Does.Contain("deadline of 1 s"));
        Assert.That(answered, Is.InRange(1, 7));
        Assert.That(experiment.Rows("samples.csv"), Has.Count.EqualTo(answered), "what was paid is kept");
        Assert.That(experiment.Manifest.Stops!.Single().Cause, Is.EqualTo(StopCause.Deadline));
        Assert.That(experiment.Text("summary.md"), Does.Contain("deadline of 1 s"));

        var finished = await experiment.EvaluateAsync("--set", "run.deadline_seconds=", "--set", "run.concurrency=8");

        Assert.That(finished.ExitCode, Is.Zero, finished.Error);
        Assert.That(experiment.Rows("samples.csv"), Has.Count.EqualTo(Samples));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(Samples), "nothing is called twice");
    }

    [Test]
    public async Task An_interrupted_run_waits_for_the_calls_in_flight_and_makes_none_twice()
    {
        await using var stub = await StubServer.StartAsync(Answering() with { Delay = TimeSpan.FromMilliseconds(400) });
        using var experiment = new WireExperiment(stub, "concurrency: 4", Samples, articles: 3, WireExperiment.Plain);
        using var interrupt = new CancellationTokenSource();

        var running = experiment.EvaluateAsync(interrupt.Token);
        while (stub.Received.Count < 6)
            await Task.Delay(5);
        await interrupt.CancelAsync();
        var stopped = await running;

        Assert.That(stopped.ExitCode, Is.EqualTo(4), stopped.Error);
        Assert.That(stopped.Error, Does.Contain("the same command goes on from here"));
        Assert.That((await stub.QuietCountsAsync()).Answered, Is.InRange(6, 12));

        var finished = await experiment.EvaluateAsync();

        Assert.That(finished.ExitCode, Is.Zero, finished.Error);
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(Samples), "nothing is called twice");
        Assert.That(experiment.SpentUsd, Is.EqualTo(await experiment.CountedUsdAsync()));
    }

    [Test]
    public async Task Replies_that_are_cut_short_count_against_the_budget_also_when_the_run_is_taken_up_again()
    {
        await using var stub = await StubServer.StartAsync(Answering() with { Faults = new FaultAlways(Fault.Truncated) });
        using var experiment = new WireExperiment(stub, "concurrency: 1", Samples, articles: 3, WireExperiment.Plain);

        var stopped = await experiment.EvaluateAsync("--max-cost", "0.013");
        var asked = (await stub.QuietCountsAsync()).Requests;
        var again = await experiment.EvaluateAsync("--max-cost", "0.013");

        Assert.That((stopped.ExitCode, again.ExitCode), Is.EqualTo((3, 3)), stopped.Error);
        Assert.That(experiment.Manifest.Stops!.Single().Cause, Is.EqualTo(StopCause.Budget));
        // Some 0.003 USD are set aside for each.
        Assert.That(experiment.Rows("samples.csv"), Has.Count.EqualTo(4));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(asked), "nothing more is asked for");
    }

    // As many tokens as the model may write at most, nearly: a budget sets the most aside.
    private static StubOptions Answering() => new() { Answerer = StubAnswerers.Saying(new StubReply("It is valid for 30 minutes.") { OutputTokens = 150 }) };
}
