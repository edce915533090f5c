using EvalHarness.Embedded.Learning;

namespace EvalHarness.Embedded.Training;

/// <summary>Learns category, priority and escalation.</summary>
internal sealed class FieldTrainer(TextClassifierTrainer trainer)
{
    public FieldClassifiers Train(IReadOnlyList<TrainingExample> examples, string abstention) => new(
        Category(examples, e => TextFeatures.Subject(e.Prompt.Question), e => TextFeatures.Subject(Taught(e))),
        Category(
            examples,
            e => TextFeatures.Subject(e.Prompt.Question, [.. e.Prompt.Passages.Select(p => p.Document)]),
            e => TextFeatures.Subject(e.Target.Answer, [.. e.Target.Citations.Select(c => c.Document).Distinct(StringComparer.Ordinal)])),
        trainer.Fit([.. examples.Select(e => (TextFeatures.Manner(e.Prompt.Question), e.Target.Priority))]),
        trainer.Fit([.. examples.Select(e => (TextFeatures.Need(e.Prompt.Question, e.Target.Answer == abstention ? null : e.Target.Answer), e.Target.Escalate.ToString()))]));

    // An answer speaks of the same subject as its question, in the words that other questions use.
    private TextClassifier Category(
        IReadOnlyList<TrainingExample> examples,
        Func<TrainingExample, IReadOnlyCollection<string>> question,
        Func<TrainingExample, IReadOnlyCollection<string>> answer) =>
        trainer.Fit(
        [
            .. examples.Select(e => (question(e), e.Target.Category)),
            .. examples.Where(e => e.Target.Citations.Count > 0).Select(e => (answer(e), e.Target.Category)),
        ]);

    private static string Taught(TrainingExample example) =>
        $"{example.Target.Answer} {string.Join(' ', example.Target.Citations.Select(c => c.Document.Replace('-', ' ')))}";
}
