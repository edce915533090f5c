using System.Runtime.CompilerServices;
using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness.Features;
using EvalHarness.Evaluators.Groundedness.Weights;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Judges claims by a close reading and small learned weights, without a model to call: what is covered, by which sentence, in which order, with which numbers, names and negations.</summary>
/// <remarks>
/// Deterministic. It knows few synonyms and does not reason: a free paraphrase may look unsupported, a wrong statement made of the evidence's own words supported.
/// A part of each claim's support is its answer's mean: people's labels are of answers, and careless answers are careless throughout.
/// A claim that the evidence contradicts outright is unsupported, however good the rest of the answer is.
/// Trained by bench/EvalHarness.Training; its accuracy on people's labels stands beside the weights and is measured by calibrate.
/// </remarks>
public sealed class LocalVerifier : IClaimVerifier
{
    /// <summary>Support from which a claim counts as supported: one for all sources; the weights' own threshold stands at it.</summary>
    public const double Threshold = 0.5;

    /// <summary>The most that a contradicted claim reaches, in log odds over the threshold.</summary>
    private const double MostContradicted = -0.5;

    private readonly SupportModel model = SupportModelFile.Shipped;

    /// <summary>A text is prepared once for as long as somebody holds it.</summary>
    private readonly ConditionalWeakTable<EvidenceText, PreparedEvidence> prepared = [];

    public string Definition { get; } = $"local/4 weights={SupportModelFile.Hash}";

    public ValueTask<IReadOnlyList<ClaimVerdict>> VerifyAsync(string question, string answer, IEvidence evidence, CancellationToken cancellationToken)
    {
        var asked = new PreparedQuestion(question);
        var read = new List<ScoredClaim>();
        foreach (var claim in ClaimSplitter.Split(answer))
        {
            cancellationToken.ThrowIfCancellationRequested();
            read.Add(Read(new PreparedClaim(claim, asked), evidence.For(claim.Query(question))));
        }

        var mean = read.Where(r => r.Reading is not null).Select(r => r.Score).DefaultIfEmpty().Average();
        return ValueTask.FromResult<IReadOnlyList<ClaimVerdict>>([.. read.Select(r => Verdict(r, mean))]);
    }

    private ScoredClaim Read(PreparedClaim claim, IReadOnlyList<EvidenceText> texts)
    {
        var match = new EvidenceMatch(claim, [.. texts.Select(text => prepared.GetValue(text, t => new PreparedEvidence(t)))]);
        if (match.Best is not { } best)
            return new ScoredClaim(claim.Text, null, 0);
        var reading = new ClaimReading(match, best);
        return new ScoredClaim(claim.Text, reading, model.Score(FeatureSet.Read(reading)));
    }

    private ClaimVerdict Verdict(ScoredClaim claim, double mean)
    {
        if (claim.Reading is not { } reading)
            return new ClaimVerdict(claim.Text, 0, false, null, null, "there is no evidence");

        var odds = model.Blend(claim.Score, mean, reading.IsContradicted) - model.Threshold;
        if (reading.IsContradicted)
            odds = Math.Min(odds, MostContradicted);
        var (text, window) = (reading.BestText, reading.Best);
        return new ClaimVerdict(
            claim.Text,
            1 / (1 + Math.Exp(-odds)),
            odds >= 0,
            window.Mask == 0 ? null : text.Source.Document,
            window.Mask == 0 ? null : Span(text, window),
            odds >= 0 ? null : ClaimReason.Of(reading),
            window.Mask == 0 ? null : Quote(text, window))
        {
            IsContradicted = reading.IsContradicted,
        };
    }

    private static TextSpan? Span(PreparedEvidence evidence, EvidenceWindow window) =>
        evidence.Source.InDocument(evidence.Spans[window.First].Start, evidence.Spans[window.End - 1].End);

    private static string Quote(PreparedEvidence evidence, EvidenceWindow window) => evidence.Source.Text[evidence.Spans[window.First].Start..evidence.Spans[window.End - 1].End];

    /// <param name="Reading">Absent when there is no evidence.</param>
    private sealed record ScoredClaim(string Text, ClaimReading? Reading, double Score);
}
