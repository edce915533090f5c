namespace EvalHarness.Embedded.Learning;

/// <summary>The learned fields of a reply.</summary>
/// <param name="Escalate">Of the classes <c>True</c> and <c>False</c>; it sees the answer too.</param>
internal sealed record FieldClassifiers(TextClassifier Category, TextClassifier Priority, TextClassifier Escalate);
