namespace EvalHarness.Providers.Endpoints.Limits;

/// <summary>Finds out whether refusals come from calling too fast: an overloaded server refuses a share of its calls at any rate.</summary>
/// <remarks>
/// At one rate the two look alike; at two they do not. A token bucket refuses next to nothing at a quarter below a rate that it has served. Where the learned rate and the calls made both came down
/// by so much, and about the same share is refused, slowing down only costs time. That is believed until a third of the calls is refused.
/// </remarks>
internal sealed class RefusalCause
{
    // Of refusals: the share that they make up is then known to within a third of itself.
    private const int Enough = 8;
    private const double Slower = 0.75;
    private const double Noise = 0.05;
    private const double Many = 1 / 3.0;

    private int calls;
    private int refused;
    private TimeSpan since;
    private Stretch? fast;

    /// <summary>Refusals have been found not to come from the rate.</summary>
    public bool IsElsewhere { get; private set; }

    public void Began(TimeSpan now)
    {
        if (calls++ == 0)
            since = now;
    }

    public void Refused() => refused++;

    /// <summary>Whether it has just been found that the rate is not the cause.</summary>
    /// <param name="perSecond">The rate that the refusal came at; absent as long as it is searched for, when refusals tell nothing of their cause.</param>
    public bool Judge(double? perSecond, TimeSpan now)
    {
        if (perSecond is null && !IsElsewhere)
            Begin();
        if (refused < Enough || now <= since)
            return false;
        var stretch = new Stretch(perSecond, calls / (now - since).TotalSeconds, refused / (double)calls);
        Begin();
        if (!IsElsewhere)
            return IsElsewhere = IsNotTheRate(stretch);
        IsElsewhere = stretch.Share <= Many;
        return false;
    }

    private void Begin() => (calls, refused) = (0, 0);

    private bool IsNotTheRate(Stretch now)
    {
        if (fast is not { } before || now.Rate > before.Rate || now.Share < before.Share / 2 || now.Share > (2 * before.Share) + Noise)
            fast = now;
        else if (now.Rate <= Slower * before.Rate && now.Called <= Slower * before.Called)
            fast = null;
        return fast is null;
    }

    /// <param name="Rate">Learned, at its end; absent where none was.</param>
    /// <param name="Called">Calls made, per second: fewer than the rate where something else held them back.</param>
    /// <param name="Share">Of all calls, refused.</param>
    private readonly record struct Stretch(double? Rate, double Called, double Share);
}
