namespace EvalHarness.Statistics;

/// <summary>One way to bound a paired difference at one confidence; its interval and its tests are inverses of one another.</summary>
public interface IDifferenceMethod
{
    /// <summary>Of the interval: <c>tango</c>.</summary>
    string Name { get; }

    /// <summary>Of the test: <c>tango-score</c>.</summary>
    string Test { get; }

    /// <summary>Candidate − baseline with its interval.</summary>
    Estimate Difference { get; }

    /// <summary>Two-sided p of no difference; absent when no sample differs or nothing varies.</summary>
    double? P { get; }

    /// <summary>One-sided p of the hypothesis that the difference is at most <paramref name="bound"/>: at most half of 1 − confidence exactly when the interval's lower end lies above it. Absent when nothing varies.</summary>
    double? Above(double bound);

    /// <summary>One-sided p of the hypothesis that the difference is at least <paramref name="bound"/>; the inverse of the upper end.</summary>
    double? Below(double bound);
}
