namespace EvalHarness.Calibration;

/// <summary>Two halves of the groups, by hash: constants are chosen on one, figures are reported on the other.</summary>
public static class GroupHalf
{
    public const string All = "all";
    public const string Tuning = "tuning";
    public const string HeldOut = "held-out";

    /// <remarks>FNV-1a, 32 bits, over the name's UTF-16 units; even after folding in the upper half (<c>hash ^ (hash >> 15)</c>) is the tuning half.</remarks>
    public static bool IsForTuning(string group)
    {
        var hash = 2166136261;
        foreach (var c in group)
            hash = (hash ^ c) * 16777619;
        return ((hash ^ (hash >> 15)) & 1) == 0;
    }

    /// <param name="half"><see cref="All"/>, <see cref="Tuning"/> or <see cref="HeldOut"/>.</param>
    public static bool Has(string half, string group) => half == All || IsForTuning(group) == (half == Tuning);
}
