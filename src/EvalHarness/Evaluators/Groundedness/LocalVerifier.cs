using System.Globalization;
using System.Runtime.CompilerServices;
using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness.Checks;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Judges claims without a model: how much of a claim's content its best evidence covers, then numbers, names, negations and opposites.</summary>
/// <remarks>
/// Deterministic. It knows no synonyms and does not reason: a free paraphrase looks unsupported, a wrong statement made of the evidence's own words looks supported.
/// Its balanced accuracy on people's labels is measured, not assumed; the threshold is one for all.
/// </remarks>
public sealed class LocalVerifier : IClaimVerifier
{
    /// <summary>Support from which a claim counts as supported: best mean balanced accuracy over seven labelled sets, on the half of their groups used to choose it.</summary>
    public const double Threshold = 0.42;

    private const int ShortClaim = 60;

    /// <summary>What the second window, the rest of the evidence and the order of the words count for.</summary>
    private const double SecondWindow = 0.25;
    private const double Elsewhere = 0.3;
    private const double Order = 0.2;

    private static readonly IClaimCheck[] Checks = [new QuantityCheck(), new NameCheck(), new NegationCheck(), new OppositeCheck()];

    /// <summary>A text is prepared once for as long as somebody holds it.</summary>
    private readonly ConditionalWeakTable<EvidenceText, PreparedEvidence> prepared = [];

    public string Definition { get; } = string.Create(CultureInfo.InvariantCulture, $"local/1 threshold={Threshold}");

    public ValueTask<IReadOnlyList<ClaimVerdict>> VerifyAsync(string question, string answer, IEvidence evidence, CancellationToken cancellationToken)
    {
        var verdicts = new List<ClaimVerdict>();
        var asked = new PreparedQuestion(question);
        foreach (var claim in ClaimSplitter.Split(answer))
        {
            cancellationToken.ThrowIfCancellationRequested();
            verdicts.Add(Verify(new PreparedClaim(claim, asked), evidence.For(Query(question, claim))));
        }

        return ValueTask.FromResult<IReadOnlyList<ClaimVerdict>>(verdicts);
    }

    private ClaimVerdict Verify(PreparedClaim claim, IReadOnlyList<EvidenceText> texts)
    {
        var match = new EvidenceMatch(claim, [.. texts.Select(text => prepared.GetValue(text, t => new PreparedEvidence(t)))]);
        if (match.Best is not { } best)
            return new ClaimVerdict(claim.Text, 0, false, null, null, "there is no evidence");

        var findings = Checks.SelectMany(check => check.Check(match)).ToList();
        var support = findings.Aggregate(Covered(match, best), (value, finding) => value * finding.Factor);
        var evidence = match.Texts[best.Text].Evidence;
        var reason = support >= Threshold ? null : string.Join("; ", [.. findings.Select(f => f.Reason), .. Missing(match, best)]);
        return new ClaimVerdict(claim.Text, support, support >= Threshold, best.Mask == 0 ? null : evidence.Source.Document, best.Mask == 0 ? null : Span(evidence, best), reason);
    }

    private static double Covered(EvidenceMatch match, EvidenceWindow best)
    {
        var (first, all) = (match.Coverage(best.Mask), match.Coverage(match.All));
        var two = match.Second is { } second ? match.Coverage(second.Mask) : first;
        var words = first + (SecondWindow * (two - first)) + (Elsewhere * (all - two));
        return ((1 - Order) * words) + (Order * WordOrder.Share(match));
    }

    /// <summary>The claim's words that the best window lacks, the first few.</summary>
    private static IEnumerable<string> Missing(EvidenceMatch match, EvidenceWindow best)
    {
        var missing = Enumerable.Range(0, match.Claim.StemWords.Count).Where(bit => (best.Mask >> bit & 1) == 0).Select(match.Claim.Wording).Take(5).ToList();
        return missing.Count == 0 ? [] : [$"the best evidence lacks: {string.Join(", ", missing)}"];
    }

    private static TextSpan Span(PreparedEvidence evidence, EvidenceWindow window)
    {
        var start = evidence.Words[evidence.Sentences[window.First].First].Start;
        var end = evidence.Words[evidence.Sentences[window.End - 1].End - 1].End;
        return new TextSpan(evidence.Source.Offset + start, evidence.Source.Offset + end);
    }

    /// <summary>What to search for: a short claim is nothing without its question.</summary>
    private static string Query(string question, Claim claim) => claim.Sentence.Length < ShortClaim ? $"{question} {claim.Sentence}" : claim.Sentence;
}
