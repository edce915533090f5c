using EvalHarness.Comparisons;
using EvalHarness.Diagnosis;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>Why answers went wrong, in words.</summary>
public static class CauseWords
{
    /// <summary>Causes that a sentence names; the tables have them all.</summary>
    private const int Named = 3;

    /// <summary>As it stands in a table and after a share: "retriever missed".</summary>
    public static string Of(Cause cause) => cause switch
    {
        Cause.PipelineError => "pipeline error",
        Cause.AnsweredUnanswerable => "answered the unanswerable",
        Cause.RetrieverMissed => "retriever missed",
        Cause.RankedBelowCut => "ranked below the cut",
        Cause.OverRefused => "over-refused",
        Cause.Contradicted => "contradicted",
        Cause.Unsupported => "unsupported",
        Cause.EvidenceUnused => "evidence present but unused",
        Cause.FormatOnly => "format only",
        Cause.Unattributed => "unattributed",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "a cause without words"),
    };

    /// <summary>One sentence on what such a row looks like.</summary>
    public static string Meaning(Cause cause) => cause switch
    {
        Cause.PipelineError => "There is no answer: an exception, a timeout, nothing.",
        Cause.AnsweredUnanswerable => "Answers a question that the corpus does not answer.",
        Cause.RetrieverMissed => "Not right, and some of the gold evidence is nowhere among the candidates.",
        Cause.RankedBelowCut => "Not right; the gold evidence stands among the candidates, but the model was not given all of it.",
        Cause.OverRefused => "Declines a question that has an answer, and nothing shows that the evidence was missing.",
        Cause.Contradicted => "Not right, and the evidence says otherwise than one of its claims.",
        Cause.Unsupported => "Not right, and the evidence does not say what one of its claims says.",
        Cause.EvidenceUnused => "Not right although the model was given the evidence and makes no unsupported claim.",
        Cause.FormatOnly => "Nothing is wrong but the form of the reply.",
        Cause.Unattributed => "Failed for none of these, or a score that should tell has no value.",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "a cause without a meaning"),
    };

    /// <summary>"rag: of 259 answers that went wrong (of 416), 41 % retriever missed, 20 % over-refused, 12 % unsupported, 27 % other."</summary>
    /// <param name="causes">Of one pipeline.</param>
    public static string Sentence(IReadOnlyList<CauseSummary> causes)
    {
        var (pipeline, faulty, all) = (causes[0].Pipeline, causes[0].Faulty, causes[0].All);
        if (faulty == 0)
            return $"{pipeline}: none of {Figure.Count(all)} answers went wrong.";
        var most = causes.Where(c => c.Rows > 0).OrderByDescending(c => c.Rows).ThenBy(c => c.Cause).Take(Named).ToList();
        var rest = faulty - most.Sum(c => c.Rows);
        var parts = most.Select(c => $"{Percent(c.Rows, faulty)} {Of(c.Cause)}").Concat(rest == 0 ? [] : [$"{Percent(rest, faulty)} other"]);
        return $"{pipeline}: of {Figure.Count(faulty)} answers that went wrong (of {Figure.Count(all)}), {string.Join(", ", parts)}.";
    }

    /// <summary>"107 (41 %)"; of no failure only the number.</summary>
    public static string Cell(CauseSummary cause) => cause.Rows == 0 ? "0" : $"{Figure.Count(cause.Rows)} ({Percent(cause.Rows, cause.Faulty)})";

    private static string Percent(int part, int whole) => FormattableString.Invariant($"{100.0 * part / whole:0} %");
}
