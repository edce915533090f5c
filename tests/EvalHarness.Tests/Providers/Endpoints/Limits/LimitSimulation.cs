using EvalHarness.Providers.Endpoints.Limits;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Providers.Endpoints.Limits;

/// <summary>Callers who always have another call, against a token bucket, event by event: no clock, no threads.</summary>
/// <param name="spread">Of the latency, to either side of it, as a share.</param>
/// <param name="lateSeconds">What timers are late by at the most.</param>
/// <param name="stallEverySeconds">On average so often the client does nothing for 50 to 500 ms, as a busy machine makes it; never when 0.</param>
internal sealed class LimitSimulation(
    double perSecond,
    double burst,
    double latencySeconds,
    bool saysWhen = false,
    double refusedAnyway = 0,
    double spread = 0.2,
    double lateSeconds = 0,
    double stallEverySeconds = 0,
    int seed = 1)
{
    private const double RefusalSeconds = 0.01;
    private readonly SeededRandom random = new(seed, "limit simulation");
    private readonly PriorityQueue<(Event What, Admitted Call), (double At, int Order)> events = new();
    private readonly AdaptiveLimits limits = new((_, _, _, _) => { });
    private double now;
    private double used;
    private double filled;
    private double stallsAt = stallEverySeconds > 0 ? stallEverySeconds : double.MaxValue;
    private double stalledUntil;
    private int order;
    private int ready = 128;
    private int inFlight;
    private long admitted;
    private int served;
    private int refused;
    private bool isWakePlanned;

    private enum Event
    {
        Wake,
        Served,
        Refused,
        Ready,
    }

    public int Concurrency => limits.Concurrency;

    /// <returns>The share of the true rate reached, and the share of calls refused.</returns>
    public (double Reached, double Refused) Run(double warmUpSeconds, double measuredSeconds)
    {
        Until(now + warmUpSeconds);
        (served, refused) = (0, 0);
        Until(now + measuredSeconds);
        return (served / measuredSeconds / perSecond, refused / (double)(served + refused));
    }

    private void Until(double end)
    {
        Admit();
        while (events.TryPeek(out _, out var next) && Awake(next.At) <= end)
        {
            var (what, call) = events.Dequeue();
            now = Awake(next.At);
            Happen(what, call);
            Admit();
        }

        now = end;
    }

    // What happens while the client is stalled is seen, in its order, when it goes on.
    private double Awake(double at)
    {
        while (at >= stallsAt)
        {
            stalledUntil = Math.Max(stalledUntil, stallsAt + 0.05 + (0.45 * random.NextDouble()));
            stallsAt -= Math.Log(1 - random.NextDouble()) * stallEverySeconds;
        }

        return Math.Max(Math.Max(at, stalledUntil), now);
    }

    private void Happen(Event what, Admitted call)
    {
        if (what == Event.Wake)
            isWakePlanned = false;
        if (what is Event.Served or Event.Refused)
            inFlight--;
        if (what is Event.Served or Event.Ready)
            ready++;
        if (what == Event.Served)
            limits.Succeeded(call, Time(now));
        if (what != Event.Refused)
            return;
        limits.Refused(call, Time(now), "429", saysWhen ? TimeSpan.FromSeconds(1) : null);
        Plan(saysWhen ? 1 : 0.25 + (0.5 * random.NextDouble()), Event.Ready, call);
    }

    private void Admit()
    {
        // The one that waits goes first, though its timer is late.
        while (ready > 0 && inFlight < limits.Concurrency && !isWakePlanned)
        {
            if (limits.Next > Time(now))
            {
                Wake();
                return;
            }

            Begin();
        }
    }

    private void Wake()
    {
        Plan((limits.Next - Time(now)).TotalSeconds + (lateSeconds * random.NextDouble() * random.NextDouble()), Event.Wake, default);
        isWakePlanned = true;
    }

    private void Begin()
    {
        (ready, inFlight) = (ready - 1, inFlight + 1);
        limits.Began(Time(now), inFlight);
        var call = new Admitted(++admitted, Time(now));
        (used, filled) = (Math.Max(0, used - ((now - filled) * perSecond)), now);
        if (used + 1 <= burst && random.NextDouble() >= refusedAnyway)
        {
            (used, served) = (used + 1, served + 1);
            Plan(latencySeconds * (1 - spread + (2 * spread * random.NextDouble())), Event.Served, call);
        }
        else
        {
            refused++;
            Plan(RefusalSeconds, Event.Refused, call);
        }
    }

    private void Plan(double seconds, Event what, Admitted call) => events.Enqueue((what, call), (now + seconds, order++));

    private static TimeSpan Time(double seconds) => TimeSpan.FromSeconds(seconds);
}
