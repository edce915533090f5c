using System.Globalization;

namespace EvalHarness.Nightly.Anchors;

/// <summary>How far a scorer agreed tonight with the labels of answers that never change.</summary>
/// <param name="Scorer">Who scored: <c>judge 'strict'</c>.</param>
/// <param name="Evaluator">What was scored: <c>groundedness</c>.</param>
/// <param name="File">The file of labels, without its folder.</param>
/// <param name="N">Answers that were scored.</param>
/// <param name="NotScored">Answers that the scorer could say nothing of.</param>
/// <param name="Kappa">Cohen's, with the labels; absent where they do not bear one.</param>
/// <param name="Floor">The policy's <c>kappa_floor</c>.</param>
/// <param name="Stopped">Why the scorer could be asked no more; absent when it could.</param>
public sealed record AnchorReading(string Scorer, string Evaluator, string File, int N, int NotScored, double? Kappa, double Floor, string? Stopped = null)
{
    private const string Mend = "What it scores tonight says nothing of production: see what its provider changed, calibrate it anew, or name another.";

    /// <summary>Why its scores say nothing tonight; absent when they do.</summary>
    /// <param name="coverage">The least share of answers that must be scored.</param>
    public string? Fault(double coverage)
    {
        if (Stopped is not null)
            return $"Outage: {Stopped}";
        if (N < coverage * (N + NotScored))
            return FormattableString.Invariant($"{Scorer} drifted: it could say nothing of {NotScored} of {N + NotScored} anchors ({File}, {Evaluator}). {Mend}");
        return Kappa >= Floor ? null : FormattableString.Invariant($"{Scorer} drifted: its kappa with the labels of {N} anchors ({File}, {Evaluator}) is {Words}, the floor is {Floor:0.00}. {Mend}");
    }

    private string Words => Kappa is { } kappa ? kappa.ToString("0.00", CultureInfo.InvariantCulture) : "unknown";
}
