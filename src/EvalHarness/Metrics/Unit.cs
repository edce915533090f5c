namespace EvalHarness.Metrics;

/// <summary>What a metric's value is counted in.</summary>
public enum Unit
{
    /// <summary>In [0, 1].</summary>
    Ratio,

    /// <summary>0 or 1 per row; its mean is a rate.</summary>
    YesNo,

    /// <summary>In [-1, 1]: truthfulness.</summary>
    Signed,

    Milliseconds,

    Tokens,

    /// <summary>United States dollars.</summary>
    Usd,

    /// <summary>A plain number on a scale of its own, without bounds: a grade, a reading ease, a variance.</summary>
    Number,

    /// <summary>A count of words, 0 or more.</summary>
    Words,
}
