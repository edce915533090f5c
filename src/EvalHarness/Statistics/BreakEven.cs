namespace EvalHarness.Statistics;

/// <summary>After how many queries a saving per query has paid an upfront cost back: N* = F / s, never without its status.</summary>
/// <param name="Queries">Not rounded; only where <paramref name="Status"/> is <see cref="BreakEvenStatus.Value"/>.</param>
/// <param name="Low">F / the saving's upper end: with the greatest saving that the data allow; absent where that end is, or where nothing is to be paid back.</param>
/// <param name="High">F / the saving's lower end; absent unless there is a value.</param>
/// <remarks>Its interval is the saving's, turned over, at the same confidence: 1/s falls while s &gt; 0.</remarks>
public sealed record BreakEven(BreakEvenStatus Status, double? Queries, double? Low, double? High)
{
    /// <param name="upfrontUsd">What the new side costs before its first query, above the old side's; 0 or negative when it costs no more.</param>
    /// <param name="saving">USD per query, old − new, paired by sample. An end that is absent is unbounded.</param>
    public static BreakEven Of(decimal upfrontUsd, Estimate saving)
    {
        var upfront = (double)upfrontUsd;
        var status = Judged(upfront, saving);
        return status switch
        {
            BreakEvenStatus.Value => new(status, upfront / saving.Value, upfront / saving.High, upfront / saving.Low),
            BreakEvenStatus.Undetermined when upfront > 0 => new(status, null, upfront / saving.High, null),
            _ => new(status, null, null, null),
        };
    }

    /// <summary>Queries a day from which the upfront cost is paid back before it falls due again; absent without a value.</summary>
    /// <param name="refreshDays">Days from one payment of the upfront cost to the next, above 0.</param>
    public double? DailyVolume(double refreshDays) => Queries / refreshDays;

    private static BreakEvenStatus Judged(double upfront, Estimate saving) => (saving.Low, saving.High, upfront) switch
    {
        (_, <= 0, _) => BreakEvenStatus.Never,
        ( > 0, _, > 0) => BreakEvenStatus.Value,
        ( > 0, _, _) => BreakEvenStatus.Always,
        _ => BreakEvenStatus.Undetermined,
    };
}
