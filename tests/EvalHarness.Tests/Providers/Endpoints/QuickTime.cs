using Microsoft.Extensions.Time.Testing;

namespace EvalHarness.Tests.Providers.Endpoints;

/// <summary>A clock that stands still but for jumping to the next timer when all wait for one.</summary>
internal sealed class QuickTime : TimeProvider
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(15);

    private readonly FakeTimeProvider fake = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private int set;

    public override long TimestampFrequency => fake.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => fake.GetUtcNow();

    public override long GetTimestamp() => fake.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            set++;
            return new Alarm(this, fake.CreateTimer(callback, state, dueTime, period), dueTime);
        }
    }

    public void Advance(TimeSpan by) => fake.Advance(by);

    /// <summary>Lets time pass until the work is done.</summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            await QuietAsync(work);
            if (!work.IsCompleted && Next() is { } next)
                fake.Advance(next - fake.GetUtcNow());
        }

        return await work;
    }

    // Nothing has set a timer for a moment: all there is to do waits for the clock.
    private async Task QuietAsync(Task work)
    {
        int before;
        do
        {
            before = Volatile.Read(ref set);
            await Task.WhenAny(work, Task.Delay(Quiet));
        }
        while (!work.IsCompleted && before != Volatile.Read(ref set));
    }

    private DateTimeOffset? Next()
    {
        lock (gate)
            return alarms.Where(a => a.Due > fake.GetUtcNow()).Select(a => (DateTimeOffset?)a.Due).Min();
    }

    private sealed class Alarm : ITimer
    {
        private readonly QuickTime time;
        private readonly ITimer timer;

        public Alarm(QuickTime time, ITimer timer, TimeSpan dueTime)
        {
            (this.time, this.timer) = (time, timer);
            Set(dueTime);
            time.alarms.Add(this);
        }

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Set(dueTime);
            return timer.Change(dueTime, period);
        }

        public void Dispose()
        {
            lock (time.gate)
                time.alarms.Remove(this);
            timer.Dispose();
        }

        public async ValueTask DisposeAsync()
        {
            Dispose();
            await timer.DisposeAsync();
        }

        private void Set(TimeSpan dueTime) => Due = dueTime < TimeSpan.Zero ? DateTimeOffset.MaxValue : time.GetUtcNow() + dueTime;
    }
}
