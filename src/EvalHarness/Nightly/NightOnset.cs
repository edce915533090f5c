namespace EvalHarness.Nightly;

/// <summary>When a loss likely began, and what changed there.</summary>
/// <param name="Night">Its number.</param>
/// <param name="Changed">Against the night before; empty when nothing that the harness can see did.</param>
/// <param name="ChangedNight">The night of these changes: the onset, or the nearest one up to three nights earlier.</param>
public sealed record NightOnset(string Metric, string Slice, int Night, DateTimeOffset StartedAt, int ChangedNight, IReadOnlyList<HashChange> Changed)
{
    // Evidence needs a night or three before it shows.
    private const int Before = 3;

    /// <param name="nights">Valid ones with tonight, in their order.</param>
    public static NightOnset Of(GuardrailLine line, IReadOnlyList<Night> nights)
    {
        var place = Math.Max(0, nights.ToList().FindIndex(n => n.Number == line.OnsetNight));
        for (var at = place; at >= Math.Max(1, place - Before); at--)
            if (HashChange.Between(nights[at - 1].Hashes, nights[at].Hashes) is { Count: > 0 } changed)
                return new(line.Metric, line.Slice, nights[place].Number, nights[place].StartedAt, nights[at].Number, changed);
        return new(line.Metric, line.Slice, nights[place].Number, nights[place].StartedAt, nights[place].Number, []);
    }
}
