using EvalHarness.Cli.Showing;
using EvalHarness.Evaluators;
using EvalHarness.Inputs;
using EvalHarness.Reports.Html.Rows;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Differing;

/// <summary>What is kept of a row to tell whether it changed.</summary>
/// <param name="Mark">Right, wrong or neither: the letters of the page.</param>
/// <param name="Status"><c>answered</c>, <c>abstained</c> or <c>failed</c>.</param>
/// <param name="Reply">The whole reply's hash, or the error's.</param>
/// <param name="Text">The hash of what is said to the asker, or the error's.</param>
/// <param name="Shown">What is said to the asker, shortened; or the error.</param>
/// <param name="Cites">Documents, in the order of the reply.</param>
internal sealed record RowState(string Mark, string Status, string Reply, string Text, string Shown, string Cites)
{
    private static readonly Excerpt Short = new([]);

    public bool IsRight => Mark[0] == MarkWords.Right;

    /// <summary>Whether right or wrong can be said of it at all.</summary>
    public bool IsJudged => Mark[0] != MarkWords.NotScored;

    public bool HasUnsupported => Mark.EndsWith('u');

    public static RowState Of(ResultRow row, AnswerReader reader, string? correctness)
    {
        var mark = RowMark.Of(row, reader, correctness);
        if (row.Trace.Answer is not { } answer)
            return Failed(mark, $"{row.Trace.Error}");
        var reply = reader.Read(answer);
        var cites = string.Join(", ", reply.Citations.Select(c => c.Document).Distinct(StringComparer.Ordinal));
        return new RowState(mark, reply.IsAbstention ? "abstained" : "answered", ContentHash.Of(answer.Text), ContentHash.Of(reply.Text), Short.Start(reply.Text), cites);
    }

    private static RowState Failed(string mark, string error) => new(mark, "failed", ContentHash.Of(error), ContentHash.Of(error), Short.Start(error), "");
}
