namespace EvalHarness.Decisions.Recommendations;

/// <summary>What follows for this user; without weights only trade-offs, and no ranking.</summary>
/// <param name="Arm">The arm that is recommended; absent when nothing is ranked, nobody is ahead, or every arm breaks a constraint.</param>
/// <param name="RunnerUp">Absent without a recommended arm, or another one that keeps the constraints.</param>
/// <param name="Standings">The best first where there are weights; else in the order of the arms.</param>
/// <param name="IsRanked">Whether the decision file weighs anything.</param>
/// <param name="CouldFlip">Weighted criteria that do not tell the recommended arm from the runner-up, and together weigh enough to turn the order.</param>
public sealed record Recommendation(Arm? Arm, Arm? RunnerUp, IReadOnlyList<Standing> Standings, bool IsRanked, IReadOnlyList<string> CouldFlip);
