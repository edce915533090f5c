using EvalHarness.Datasets;
using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Citations;

/// <summary>Counts judged citations.</summary>
internal sealed class CitationMetrics
{
    private const string CitesNothing = "cites nothing";

    private readonly Metric presence = new("citation-presence", Unit.YesNo, Direction.Higher, "1");
    private readonly Metric recall;
    private readonly Metric precision;
    private readonly Metric misattributed;
    private readonly Metric dangling;
    private readonly Metric notRetrieved = new("citation-not-retrieved", Unit.Ratio, Direction.Lower, "1") { IsCompared = false };
    private readonly Metric goldRecall = new("citation-gold-recall", Unit.Ratio, Direction.Higher, "1");
    private readonly Metric goldPrecision = new("citation-gold-precision", Unit.Ratio, Direction.Higher, "1");
    private readonly Metric goldSupport;

    /// <param name="verifier">Its definition.</param>
    /// <param name="corpus">What says which documents there are, as a part of a definition.</param>
    public CitationMetrics(string verifier, string corpus)
    {
        ScorerDefinition scorer = new("groundedness", verifier);
        dangling = new Metric("citation-dangling", Unit.Ratio, Direction.Lower, $"2 {corpus}");
        recall = new Metric("citation-recall", Unit.Ratio, Direction.Higher, $"2 {verifier} {corpus}") { Scorer = scorer };
        precision = new Metric("citation-precision", Unit.Ratio, Direction.Higher, $"2 {verifier} {corpus}") { Scorer = scorer };
        misattributed = new Metric("citation-misattributed", Unit.Ratio, Direction.Lower, $"1 {verifier} {corpus}") { Scorer = scorer };
        goldSupport = new Metric("citation-gold-support", Unit.Ratio, Direction.Higher, $"1 {verifier} {corpus}") { Scorer = scorer };
        All = [presence, recall, precision, misattributed, dangling, notRetrieved, goldRecall, goldPrecision, goldSupport];
    }

    /// <summary>In the order in which the scores are made.</summary>
    public IReadOnlyList<Metric> All { get; }

    public Score Present(IReadOnlyList<Citation> citations) => presence.Scored(citations.Count > 0, citations.Count > 0 ? $"cites {Listed(citations)}" : CitesNothing);

    /// <summary>Recall and precision. A citation of a sentence that the answer does not hold is needed for nothing.</summary>
    public IEnumerable<Score> Supporting(IReadOnlyList<JudgedSentence> sentences, IReadOnlyList<JudgedCitation> stray)
    {
        List<JudgedCitation> citations = [.. sentences.SelectMany(s => s.Citations), .. stray];
        yield return recall.Ratio(sentences.Count(s => s.IsSupported), sentences.Count, "the answer claims nothing", CitationDetail.Of(sentences, stray));
        yield return precision.Ratio(citations.Count(c => c.IsNeeded), citations.Count, "no sentence cites anything");
    }

    public Score Misattributed(IReadOnlyList<JudgedSentence> sentences, bool retrieves)
    {
        if (!retrieves)
            return misattributed.NotApplicable("the pipeline does not retrieve");
        var cited = sentences.Where(s => s.Citations.Count > 0).ToList();
        var wrong = cited.Where(s => s.Elsewhere is not null).ToList();
        var score = misattributed.Ratio(wrong.Count, cited.Count, "no sentence cites anything");
        return wrong.Count == 0 ? score : score with { Reason = $"{score.Reason}: {string.Join("; ", wrong.Select(s => $"'{s.Text}' is in {s.Elsewhere}"))}" };
    }

    public Score Dangling(IReadOnlyList<Citation> citations, CitedEvidence evidence) => Share(dangling, citations, c => !evidence.Exists(c.Document));

    public Score NotRetrieved(IReadOnlyList<Citation> citations, CitedEvidence evidence) => Share(notRetrieved, citations, c => evidence.Exists(c.Document) && !evidence.IsRetrieved(c.Document));

    public IEnumerable<Score> Gold(Sample sample, IReadOnlyList<Citation> citations, IReadOnlyList<JudgedSentence> sentences)
    {
        var gold = sample.Evidence.Select(e => e.Document).Distinct(StringComparer.Ordinal).ToList();
        if (gold.Count == 0)
            return new[] { goldRecall, goldPrecision, goldSupport }.NotApplicable("the sample names no evidence");
        var cited = citations.Select(c => c.Document).Distinct(StringComparer.Ordinal).ToList();
        var both = gold.Count(cited.Contains);
        return
        [
            goldRecall.Ratio(both, gold.Count, ""),
            goldPrecision.Ratio(both, cited.Count, CitesNothing),
            goldSupport.Ratio(sentences.Count(s => s.IsGoldSupported), sentences.Count, "the answer claims nothing"),
        ];
    }

    /// <summary>The verifier could not say: what compares documents alone has its score all the same.</summary>
    public IReadOnlyList<Score> WithoutVerdict(Sample sample, IReadOnlyList<Citation> citations, CitedEvidence evidence, bool retrieves, string reason) =>
    [
        Present(citations),
        recall.NotScored(reason),
        precision.NotScored(reason),
        retrieves ? misattributed.NotScored(reason) : Misattributed([], retrieves),
        Dangling(citations, evidence),
        NotRetrieved(citations, evidence),
        .. Gold(sample, citations, []).Select(s => s.Metric == goldSupport.Id && sample.Evidence.Count > 0 ? goldSupport.NotScored(reason) : s),
    ];

    private static Score Share(Metric metric, IReadOnlyList<Citation> citations, Func<Citation, bool> counts)
    {
        var counted = citations.Where(counts).ToList();
        var score = metric.Ratio(counted.Count, citations.Count, CitesNothing);
        return counted.Count == 0 ? score : score with { Reason = $"{score.Reason}: {Listed(counted)}" };
    }

    private static string Listed(IEnumerable<Citation> citations) => string.Join(", ", citations.Select(c => c.Document).Distinct(StringComparer.Ordinal));
}
