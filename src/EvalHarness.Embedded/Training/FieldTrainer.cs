using EvalHarness.Embedded.Learning;
using EvalHarness.Embedded.Reading;

namespace EvalHarness.Embedded.Training;

/// <summary>Learns category, priority and escalation.</summary>
internal sealed class FieldTrainer(TextClassifierTrainer trainer)
{
    public FieldClassifiers Train(IReadOnlyList<TrainingExample> examples, string abstention, Func<ReaderPrompt, IReadOnlyCollection<string>> featuresOf)
    {
        var rows = examples.Select(e => (Features: featuresOf(e.Prompt), e.Target)).ToList();
        return new FieldClassifiers(
            trainer.Fit([.. rows.Select(r => (r.Features, r.Target.Category))]),
            trainer.Fit([.. rows.Select(r => (r.Features, r.Target.Priority))]),
            trainer.Fit([.. rows.Select(r => (EscalateFeatures.Of(r.Features, r.Target.Answer == abstention ? null : r.Target.Answer), r.Target.Escalate.ToString()))]));
    }
}
