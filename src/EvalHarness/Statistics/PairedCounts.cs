namespace EvalHarness.Statistics;

/// <summary>Paired yes/no scores of two sides, counted in samples.</summary>
/// <param name="Wins">Only the candidate is right.</param>
/// <param name="Losses">Only the baseline is right.</param>
public readonly record struct PairedCounts(int BothRight, int Wins, int Losses, int BothWrong)
{
    public int N => BothRight + Wins + Losses + BothWrong;

    public double Difference => (Wins - Losses) / (double)N;

    public double CandidateRate => (BothRight + Wins) / (double)N;

    public double BaselineRate => (BothRight + Losses) / (double)N;
}
