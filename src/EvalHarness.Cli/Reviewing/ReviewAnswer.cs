namespace EvalHarness.Cli.Reviewing;

/// <summary>What a reviewer says when a draft is shown.</summary>
/// <param name="Text">The reason of a rejection, or the new wording.</param>
internal sealed record ReviewAnswer(ReviewStep Step, string Text = "");
