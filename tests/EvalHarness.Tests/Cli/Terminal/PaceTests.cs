using EvalHarness.Cli.Terminal;
using Microsoft.Extensions.Time.Testing;

namespace EvalHarness.Tests.Cli.Terminal;

internal sealed class PaceTests
{
    private readonly FakeTimeProvider time = new();

    [TestCase(10, 10, "1.0/s, 1:30 left")]
    [TestCase(50, 1, "50/s, 0:01 left")]
    [TestCase(1, 60, "0.0/s, 1:39:00 left")]
    [TestCase(100, 8, "13/s, 0:00 left")]
    [TestCase(0, 8, "0.0/s, time left unknown")]
    public void It_tells_rate_and_time_left(int steps, int seconds, string told)
    {
        Assert.That($"{After(new Pace(100, 0, time), steps, seconds)}", Is.EqualTo(told));
    }

    [Test]
    public void What_a_resumed_run_has_already_does_not_make_it_faster()
    {
        var pace = After(new Pace(100, 80, time), steps: 10, seconds: 10);

        Assert.That(pace.Done, Is.EqualTo(90));
        Assert.That($"{pace}", Is.EqualTo("1.0/s, 0:10 left"));
    }

    private Pace After(Pace pace, int steps, int seconds)
    {
        for (var i = 0; i < steps; i++)
            pace.Step();
        time.Advance(TimeSpan.FromSeconds(seconds));
        return pace;
    }
}
