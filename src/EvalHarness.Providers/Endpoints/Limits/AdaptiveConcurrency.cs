namespace EvalHarness.Providers.Endpoints.Limits;

/// <summary>How many calls may be in flight: one more after each clean round, a fifth fewer after a refusal.</summary>
/// <remarks>
/// Additive increase, multiplicative decrease (Chiu and Jain 1989). A round is as many successes as the limit; it is clean when nothing in it was refused, and it counts only
/// when the limit was reached in it. Refusals of calls that began before the last cut belong to the episode that caused it. Failures of other kinds change nothing.
/// </remarks>
internal sealed class AdaptiveConcurrency
{
    public const int Lowest = 1;
    public const int Highest = 1024;
    private const double Kept = 0.8;

    private int successes;
    private bool wasReached;

    public int Limit { get; private set; } = 8;

    /// <summary>The limit, and not demand or the rate, has held calls back since the last cut.</summary>
    public bool HasBound { get; private set; }

    public void Began(int inFlight) => wasReached |= inFlight >= Limit;

    /// <summary>Whether the limit rose.</summary>
    public bool Succeeded()
    {
        if (++successes < Limit)
            return false;
        successes = 0;
        HasBound |= wasReached;
        var rises = wasReached && Limit < Highest;
        wasReached = false;
        if (rises)
            Limit++;
        return rises;
    }

    public void Cut()
    {
        Limit = Math.Max(Lowest, (int)(Limit * Kept));
        (successes, wasReached, HasBound) = (0, false, false);
    }
}
