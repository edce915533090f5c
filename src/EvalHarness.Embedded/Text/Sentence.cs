namespace EvalHarness.Embedded.Text;

/// <summary>A sentence, list item or table row of a passage, in plain text.</summary>
/// <param name="Heading">What stands over it: the heading, and the line that leads into its list.</param>
/// <param name="IsListed">It is a list item or a table row.</param>
internal sealed record Sentence(string Text, string Heading, bool IsListed);
