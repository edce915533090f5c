using EvalHarness.Embedded.Reading;

namespace EvalHarness.Embedded.Learning;

/// <summary>The learned fields of a reply.</summary>
/// <param name="Category">Learned from questions alone.</param>
/// <param name="CategoryWithPassages">Learned from questions with the passages that they find.</param>
/// <param name="Escalate">Of the classes <c>True</c> and <c>False</c>; it sees the answer too.</param>
internal sealed record FieldClassifiers(TextClassifier Category, TextClassifier CategoryWithPassages, TextClassifier Priority, TextClassifier Escalate)
{
    public string CategoryOf(ReaderPrompt prompt) =>
        prompt.Passages.Count == 0
            ? Category.Predict(TextFeatures.Subject(prompt.Question))
            : CategoryWithPassages.Predict(TextFeatures.Subject(prompt.Question, [.. prompt.Passages.Select(p => p.Document)]));

    public string PriorityOf(ReaderPrompt prompt) => Priority.Predict(TextFeatures.Manner(prompt.Question));

    /// <param name="answer">Absent when the reply abstains.</param>
    public bool IsToEscalate(ReaderPrompt prompt, string? answer) => Escalate.Predict(TextFeatures.Need(prompt.Question, answer)) == bool.TrueString;
}
