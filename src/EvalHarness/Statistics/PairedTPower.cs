namespace EvalHarness.Statistics;

/// <summary>The chance that a paired t test finds a difference that is there: exact where <see cref="Power"/> takes the standard error for known, so it is for few samples.</summary>
/// <param name="Effect">The true mean difference in standard deviations of one difference.</param>
/// <param name="N">Independent samples, at least 2.</param>
/// <param name="Alpha">Of the test.</param>
/// <remarks>Source: Cohen 1988, Statistical Power Analysis, chapter 2; by the noncentral t.</remarks>
public sealed record PairedTPower(double Effect, int N, double Alpha = 0.05)
{
    private double Shift => Effect * Math.Sqrt(N);

    /// <summary>Of the two-sided test.</summary>
    public double TwoSided => Beyond(Critical(1 - Alpha)) + NoncentralStudent.AtMost(-Critical(1 - Alpha), N - 1, Shift);

    /// <summary>Of the test that looks for a positive difference alone.</summary>
    public double OneSided => Beyond(Critical(1 - (2 * Alpha)));

    private double Critical(double confidence) => Probability.StudentReach(confidence, N - 1);

    private double Beyond(double t) => NoncentralStudent.AtMost(-t, N - 1, -Shift);
}
