using EvalHarness.Cli.Showing;

namespace EvalHarness.Cli.Differing;

/// <summary>One row of two runs.</summary>
/// <param name="Repeat">From 0.</param>
internal sealed record RowDifference(string Sample, string Pipeline, int Repeat, RowState Before, RowState After)
{
    public ChangeKind Kind => (Before, After) switch
    {
        ({ IsRight: true }, { IsRight: false, IsJudged: true }) => ChangeKind.BecameWrong,
        ({ IsRight: false, IsJudged: true }, { IsRight: true }) => ChangeKind.BecameRight,
        _ => Changes.Count > 0 ? ChangeKind.Otherwise : ChangeKind.Identical,
    };

    /// <summary>What differs, in words: "right → wrong", "cites a → b"; empty where nothing does.</summary>
    public IReadOnlyList<string> Changes =>
    [
        .. Said(MarkWords.Of(Before.Mark), MarkWords.Of(After.Mark)),
        .. Said(Before.Status, After.Status),
        .. Said(Cited(Before), Cited(After)),
        .. Said(Before.HasUnsupported ? "an unsupported claim" : "none unsupported", After.HasUnsupported ? "an unsupported claim" : "none unsupported"),
        .. Before.Reply == After.Reply ? Array.Empty<string>() : [Before.Text == After.Text ? "the same words in another reply" : "other words"],
    ];

    private static string Cited(RowState state) => state.Cites == "" ? "cites nothing" : $"cites {state.Cites}";

    private static string[] Said(string before, string after) => before == after ? [] : [$"{before} → {after}"];
}
