using EvalHarness.Nightly.History;

namespace EvalHarness.Nightly;

/// <summary>The nights whose evidence counts tonight.</summary>
/// <remarks>
/// Valid ones since the champion was promoted, since an alarm was answered by another candidate, and since the last acknowledgement:
/// what is known of a system that was rolled back says nothing of the one that came after it.
/// </remarks>
internal static class NightEpoch
{
    public static IReadOnlyList<Night> Of(NightPast past, NightSide candidate, NightSide? champion)
    {
        List<Night> valid = [.. past.Nights.Where(n => n.IsValid && n.Number > past.Acknowledged)];
        var start = 0;
        for (var night = 1; night <= valid.Count; night++)
        {
            var before = valid[night - 1];
            var (nowCandidate, nowChampion) = night < valid.Count ? (valid[night].Candidate, valid[night].Champion) : (candidate, champion);
            if (before.Champion?.Identity != nowChampion?.Identity || (before.Verdict == NightVerdict.Alarm && before.Candidate.Identity != nowCandidate.Identity))
                start = night;
        }

        return valid[start..];
    }
}
