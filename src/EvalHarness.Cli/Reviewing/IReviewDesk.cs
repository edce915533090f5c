using EvalHarness.Drafting;

namespace EvalHarness.Cli.Reviewing;

/// <summary>Asks a person what to do with the draft that was just shown.</summary>
internal interface IReviewDesk
{
    /// <param name="draft">As it is now: edits are in it.</param>
    ReviewAnswer Ask(Draft draft);
}
