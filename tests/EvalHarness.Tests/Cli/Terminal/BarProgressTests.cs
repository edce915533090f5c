using EvalHarness.Cli.Terminal;
using EvalHarness.Evaluators.Cost;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;
using Spectre.Console.Testing;

namespace EvalHarness.Tests.Cli.Terminal;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class BarProgressTests
{
    private readonly FakeTimeProvider time = new();

    [Test]
    public void The_bar_shows_share_rate_time_left_failures_and_spend_in_eighty_columns()
    {
        var screen = Shown(progress =>
        {
            progress.Replaying(20, 0);
            time.Advance(TimeSpan.FromSeconds(5));
            for (var i = 0; i < 10; i++)
                progress.Traced(Some.Trace(i < 3 ? null : Some.Answer()));
        });

        Assert.That(screen, Does.Contain(" 50% Answers 2.0/s, 0:05 left, 3 failed, spend unknown"));
    }

    [Test]
    public void A_resumed_run_starts_where_it_was()
    {
        Assert.That(Shown(progress => progress.Replaying(20, 15)), Does.Contain(" 75% Answers"));
    }

    [Test]
    public void The_next_stage_fills_the_bar_of_the_one_before()
    {
        var screen = Shown(progress =>
        {
            progress.Replaying(20, 3);
            progress.Scoring(40);
            progress.Scored();
        });

        Assert.That(screen, Does.Contain("100% Answers in 0:00").And.Match(@" {2}2% Scores \d"));
    }

    private string Shown(Action<IEvaluationProgress> work)
    {
        using var console = new TestConsole().Width(80).Interactive();
        var before = 0;
        console.Progress().AutoRefresh(false).Columns(ProgressView.Columns).Start(context =>
        {
            work(new BarProgress(context, new SpendMeter(new TracePricer(PriceTable.Empty)), time));
            before = console.Output.Length;
            context.Refresh();
        });
        return console.Output[before..];
    }
}
