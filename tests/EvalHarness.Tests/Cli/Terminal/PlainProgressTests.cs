using EvalHarness.Cli.Terminal;
using EvalHarness.Evaluators.Cost;
using Microsoft.Extensions.Time.Testing;

namespace EvalHarness.Tests.Cli.Terminal;

internal sealed class PlainProgressTests
{
    private readonly FakeTimeProvider time = new();
    private StringWriter error = null!;

    [SetUp]
    public void Start() => error = new StringWriter();

    [TearDown]
    public void Remove() => error.Dispose();

    [Test]
    public void A_log_gets_a_line_for_every_tenth()
    {
        var progress = Progress();
        progress.Replaying(20, 0);
        for (var i = 0; i < 20; i++)
        {
            time.Advance(TimeSpan.FromSeconds(0.5));
            progress.Traced(Some.Trace(i < 3 ? null : Some.Answer()));
        }

        var lines = Lines();
        Assert.That(lines, Has.Length.EqualTo(10));
        Assert.That(lines[4], Is.EqualTo("answers 10/20 (50 %), 2.0/s, 0:05 left, 3 failed, spend unknown"));
        Assert.That(lines[9], Does.StartWith("answers 20/20 (100 %), 2.0/s, 0:00 left"));
    }

    [Test]
    public void A_resumed_run_says_what_is_there_already()
    {
        var progress = Progress();
        progress.Replaying(20, 15);
        time.Advance(TimeSpan.FromSeconds(1));
        progress.Traced(Some.Trace(Some.Answer()));

        Assert.That(Lines(), Is.EqualTo(new[] { "15 of 20 answers are there already", "answers 16/20 (80 %), 1.0/s, 0:04 left, 0 failed, spend unknown" }));
    }

    [Test]
    public void A_stage_without_work_says_nothing()
    {
        var progress = Progress();

        progress.Replaying(0, 0);
        progress.Scoring(0);
        progress.Reporting();

        Assert.That(Lines(), Is.EqualTo(new[] { "writing the report" }));
    }

    private PlainProgress Progress() => new(new TerminalOutput(TextWriter.Null, error), new SpendMeter(new TracePricer(PriceTable.Empty)), time);

    private string[] Lines() => $"{error}".TrimEnd().ReplaceLineEndings("\n").Split('\n');
}
