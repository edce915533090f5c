using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Citations;

/// <summary>Whether an answer cites, whether its citations support it, and whether they lead anywhere.</summary>
/// <remarks>
/// Units: yes/no for presence (higher) and dangling (lower); ratios in [0, 1] else, higher is better. Abstentions need no citation.
/// Recall is the share of sentences that the documents they cite support together, precision the share of citations that are needed for it (ALCE, arXiv:2305.14627).
/// The gold pair compares cited with gold documents and asks no verifier: another document may say the same, so it is a lower bound.
/// </remarks>
public sealed class CitationEvaluator : IEvaluator
{
    private readonly IClaimVerifier verifier;
    private readonly AnswerReader reader;
    private readonly Corpus corpus;
    private readonly Metric presence = new("citation-presence", Unit.YesNo, Direction.Higher, "1");
    private readonly Metric recall;
    private readonly Metric precision;
    private readonly Metric dangling;
    private readonly Metric goldRecall = new("citation-gold-recall", Unit.Ratio, Direction.Higher, "1");
    private readonly Metric goldPrecision = new("citation-gold-precision", Unit.Ratio, Direction.Higher, "1");

    public CitationEvaluator(IClaimVerifier verifier, AnswerReader reader, Corpus corpus)
    {
        (this.verifier, this.reader, this.corpus) = (verifier, reader, corpus);
        recall = new Metric("citation-recall", Unit.Ratio, Direction.Higher, $"1 {verifier.Definition}");
        precision = new Metric("citation-precision", Unit.Ratio, Direction.Higher, $"1 {verifier.Definition}");
        dangling = new Metric("citation-dangling", Unit.YesNo, Direction.Lower, "1");
        Metrics = [presence, recall, precision, dangling, goldRecall, goldPrecision];
        Definition = $"citations/1 {verifier.Definition} corpus={corpus.Hash} {reader.Definition}";
    }

    public string Definition { get; }

    public IReadOnlyList<Metric> Metrics { get; }

    public async ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken)
    {
        if (trace.Answer is not { } answer)
            return Metrics.Failed(trace.Failure());
        var reply = reader.Read(answer);
        if (reply.IsAbstention)
            return Metrics.NotApplicable("the answer abstains");

        var cited = reply.Citations.Select(c => c.Document).Distinct(StringComparer.Ordinal).ToList();
        var evidence = new CitedEvidence(answer.Passages ?? [], corpus);
        var lost = cited.Where(document => !evidence.Exists(document)).ToList();
        var (sentences, citations) = await SupportAsync(sample, reply, evidence, cancellationToken);
        return
        [
            presence.Scored(cited.Count > 0, cited.Count > 0 ? $"cites {string.Join(", ", cited)}" : "cites nothing"),
            sentences,
            citations,
            cited.Count == 0 ? dangling.NotApplicable("cites nothing") : dangling.Scored(lost.Count > 0, lost.Count > 0 ? $"nowhere: {string.Join(", ", lost)}" : "every document exists"),
            .. Gold(sample, cited),
        ];
    }

    // What compares documents alone needs no verifier, and has its score all the same.
    private async ValueTask<(Score Recall, Score Precision)> SupportAsync(Sample sample, Reply reply, CitedEvidence evidence, CancellationToken cancellationToken)
    {
        try
        {
            return await VerifiedAsync(sample, reply, evidence, cancellationToken);
        }
        catch (NoVerdictException exception)
        {
            return (recall.NotScored(exception.Message), precision.NotScored(exception.Message));
        }
    }

    private async ValueTask<(Score Recall, Score Precision)> VerifiedAsync(Sample sample, Reply reply, CitedEvidence evidence, CancellationToken cancellationToken)
    {
        var support = new CitationSupport(verifier, sample.Asked(), evidence);
        var (sentences, supported, citations, needed) = (CitedAnswer.Read(reply), 0, 0, 0);
        var detail = new JsonArray();
        foreach (var sentence in sentences)
        {
            var isSupported = await support.IsSupportedAsync(sentence, cancellationToken);
            supported += isSupported ? 1 : 0;
            citations += sentence.Documents.Count;
            foreach (var document in isSupported ? sentence.Documents : [])
                needed += await support.IsNeededAsync(sentence, document, cancellationToken) ? 1 : 0;
            detail.Add((JsonNode)new JsonObject { ["sentence"] = sentence.Text, ["supported"] = isSupported, ["documents"] = new JsonArray([.. sentence.Documents.Select(d => JsonValue.Create(d))]) });
        }

        return (recall.Ratio(supported, sentences.Count, "the answer claims nothing", detail), precision.Ratio(needed, citations, "no sentence cites anything"));
    }

    private Score[] Gold(Sample sample, List<string> cited)
    {
        var gold = sample.Evidence.Select(e => e.Document).Distinct(StringComparer.Ordinal).ToList();
        if (gold.Count == 0)
            return [goldRecall.NotApplicable("the sample names no evidence"), goldPrecision.NotApplicable("the sample names no evidence")];
        var both = gold.Count(cited.Contains);
        return [goldRecall.Ratio(both, gold.Count, ""), goldPrecision.Ratio(both, cited.Count, "cites nothing")];
    }
}
