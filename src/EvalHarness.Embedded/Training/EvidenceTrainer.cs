using EvalHarness.Embedded.Learning;
using EvalHarness.Embedded.Reading;
using EvalHarness.Embedded.Text;

namespace EvalHarness.Embedded.Training;

/// <summary>Learns which sentence of the passages answers, whether to trust it, and when to add a second.</summary>
internal sealed class EvidenceTrainer(LinearTrainer trainer)
{
    private const double Answers = 0.5;
    private const double AtLeast = 0.3;

    public (LinearModel Ranker, LinearModel Trust, double TrustAbove, LinearModel Second) Train(IReadOnlyList<EvidenceCase> cases)
    {
        var ranker = trainer.Fit([.. cases.SelectMany(c => c.Features.Select((f, i) => new LabelledFeatures { Features = f, Label = c.Labels[i] }))]);
        var ranked = cases.Where(c => c.Features.Length > 0).Select(c => (Case: c, Ranked: TunedEvidence.Rank(c.Evidence, c.Features, ranker))).ToList();
        var trustRows = ranked.Select(r => Row(TunedEvidence.TrustFeatures(r.Case.Question, r.Ranked, r.Case.Memory), r.Case.IsAnswer(r.Ranked[0].Evidence))).ToList();
        var trust = trainer.Fit(trustRows);
        var second = trainer.Fit([.. ranked.Where(r => r.Ranked.Count > 1).Select(r => Row(TunedEvidence.SecondFeatures(r.Case.Question, r.Ranked), r.Case.IsAnswer(r.Ranked[1].Evidence)))]);
        return (ranker, trust, Threshold.Choose([.. trustRows.Zip(ranked, (row, r) => (trust.Probability(row.Features), r.Case.HasAnswer))]), second);
    }

    /// <summary>Which sentences say what the target's cited sentences say: those that share half of their terms with one, and the closest if it comes near.</summary>
    public static bool[] Label(Evidence evidence, ReaderReply target)
    {
        var cited = target.Citations.Select(c => (c.Document, Terms: EnglishTerms.Of(c.Sentence).ToHashSet(StringComparer.Ordinal))).ToList();
        var closeness = evidence.Sentences.Select(s => cited.Where(c => c.Document == s.Document).Select(c => Overlap.F1(c.Terms, s.Set)).DefaultIfEmpty(0).Max()).ToArray();
        var closest = closeness.DefaultIfEmpty(0).Max();
        return [.. closeness.Select(c => c >= Answers || (c == closest && c >= AtLeast))];
    }

    private static LabelledFeatures Row(float[] features, bool label) => new() { Features = features, Label = label };
}
