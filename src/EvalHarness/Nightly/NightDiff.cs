using System.Text.Json.Serialization;

namespace EvalHarness.Nightly;

/// <summary>Which rows changed, exactly; before any statistics.</summary>
/// <param name="Asked">Samples asked tonight that had been asked before.</param>
/// <param name="NewSamples">Samples asked for the first time.</param>
/// <param name="CandidateAnswers">Of those asked before, samples whose candidate's answers are other bytes than last time.</param>
/// <param name="ChampionAnswers">The same of the champion: the environment, because it is frozen.</param>
/// <param name="SinceChampion">Candidate against champion, tonight.</param>
/// <param name="SinceLastTime">Candidate against itself.</param>
public sealed record NightDiff(int Asked, int NewSamples, int CandidateAnswers, int ChampionAnswers, IReadOnlyList<RowChange> SinceChampion, IReadOnlyList<RowChange> SinceLastTime)
{
    /// <summary>Outputs are those of the last time, byte for byte: they add no evidence.</summary>
    [JsonIgnore]
    public bool IsNone => NewSamples == 0 && CandidateAnswers == 0 && ChampionAnswers == 0;
}
