using EvalHarness.Embedded.Learning;
using EvalHarness.Embedded.Reading;

namespace EvalHarness.Embedded.Training;

/// <summary>One question and the reply that it should have had.</summary>
internal sealed record TrainingExample(ReaderPrompt Prompt, ReaderReply Target)
{
    public LearnedAnswer ToLearned() => new(Prompt.Question, Target.Answer, Target.Category, Target.Citations);
}
