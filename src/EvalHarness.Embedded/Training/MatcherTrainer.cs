using EvalHarness.Embedded.Learning;
using EvalHarness.Embedded.Reading;

namespace EvalHarness.Embedded.Training;

/// <summary>Learns when a learned question asks the same as a new one: each training question plays the new one in turn.</summary>
internal sealed class MatcherTrainer(LinearTrainer trainer)
{
    // Answers that share half of their terms say the same.
    private const double SameAnswer = 0.5;

    public LinearModel Train(AnswerMemory memory, IReadOnlyList<AskedQuestion> questions, IReadOnlyList<Func<string, double>> categories) =>
        trainer.Fit([.. questions.SelectMany((question, i) => memory.Candidates(question, categories[i], without: i)
            .Select(c => new LabelledFeatures { Features = c.Features, Label = IsRight(memory, i, c.Entry) }))]);

    // Whether one learned answer would have done for the other's question.
    private static bool IsRight(AnswerMemory memory, int question, int entry) =>
        Overlap.F1(memory.AnswerSets[question], memory.AnswerSets[entry]) >= SameAnswer;
}
