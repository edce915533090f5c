using EvalHarness.Nightly.Detectors;
using EvalHarness.Nightly.History;

namespace EvalHarness.Nightly;

/// <summary>What tonight's answers to one sample are, against those before.</summary>
/// <param name="IsAnew">Known to vary before the night: they are a new draw.</param>
/// <param name="HasChanged">They used to be the same bytes and are others.</param>
internal readonly record struct SampleState(bool IsFirst, bool IsAnew, bool HasChanged, bool IsOtherCandidate, bool IsOtherChampion)
{
    public static IReadOnlyDictionary<string, SampleState> Of(IReadOnlyList<NightAnswer> answers, NightPast past) =>
        answers.GroupBy(a => a.Sample, StringComparer.Ordinal).ToDictionary(g => g.Key, g => Of(g, past), StringComparer.Ordinal);

    private static SampleState Of(IEnumerable<NightAnswer> answers, NightPast past)
    {
        var state = default(SampleState);
        foreach (var repeat in answers.GroupBy(a => (a.Sample, a.Repeat)))
        {
            var isFirst = !past.Variations.TryGetValue(repeat.Key, out var variation);
            var (candidate, champion) = (repeat.FirstOrDefault(a => !a.IsChampion).Digest, repeat.FirstOrDefault(a => a.IsChampion).Digest);
            state = new(
                state.IsFirst || isFirst,
                state.IsAnew || variation.IsAnew,
                state.HasChanged || variation.HasChanged(candidate, champion),
                state.IsOtherCandidate || (!isFirst && variation.Candidate.IsOther(candidate)),
                state.IsOtherChampion || (!isFirst && variation.Champion.IsOther(champion)));
        }

        return state;
    }
}
