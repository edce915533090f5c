using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Citations;

/// <summary>Whether an answer cites, whether its citations support it, and whether they lead anywhere.</summary>
/// <remarks>
/// Units: yes/no for presence; ratios in [0, 1] else. Abstentions need no citation, and neither do sentences that claim nothing.
/// Recall is the share of sentences that the documents they cite support together, precision the share of citations that are needed for it (ALCE, arXiv:2305.14627).
/// Against gold evidence: the pair compares cited with gold documents and asks no verifier, so it is a lower bound (another document may say the same);
/// <c>citation-gold-support</c> asks whether the gold evidence in the cited documents supports their sentence.
/// </remarks>
public sealed class CitationEvaluator : IEvaluator
{
    private readonly IClaimVerifier verifier;
    private readonly AnswerReader reader;
    private readonly Corpus corpus;
    private readonly ILookup<string, string> titles;
    private readonly CitationMetrics metrics;

    public CitationEvaluator(IClaimVerifier verifier, AnswerReader reader, Corpus corpus)
    {
        (this.verifier, this.reader, this.corpus) = (verifier, reader, corpus);
        titles = corpus.Documents.ToLookup(d => d.Title, d => d.Id, StringComparer.OrdinalIgnoreCase);
        metrics = new CitationMetrics(verifier.Definition, new CorpusBody(corpus).Definition);
        Definition = $"citations/2 {verifier.Definition} corpus={corpus.Hash} {reader.Definition}";
    }

    public string Definition { get; }

    public IReadOnlyList<Metric> Metrics => metrics.All;

    public async ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken)
    {
        if (trace.Answer is not { } answer)
            return Metrics.Failed(trace.Failure());
        var reply = reader.Read(answer);
        if (reply.IsAbstention)
            return Metrics.NotApplicable("the answer abstains");

        var evidence = new CitedEvidence(answer.Passages ?? [], corpus, titles);
        List<Citation> citations = [.. reply.Citations.Select(c => c with { Document = evidence.Document(c.Document) }).Distinct()];
        try
        {
            var (sentences, stray) = await JudgeAsync(CitedAnswer.Read(reply.Text, citations), new CitationSupport(verifier, sample, evidence), cancellationToken);
            return Scores(sample, answer, citations, evidence, sentences, stray);
        }
        catch (NoVerdictException exception)
        {
            return metrics.WithoutVerdict(sample, citations, evidence, answer.Passages is not null, exception.Message);
        }
    }

    private IReadOnlyList<Score> Scores(Sample sample, Answer answer, IReadOnlyList<Citation> citations, CitedEvidence evidence, IReadOnlyList<JudgedSentence> sentences, IReadOnlyList<JudgedCitation> stray) =>
    [
        metrics.Present(citations),
        .. metrics.Supporting(sentences, stray),
        metrics.Misattributed(sentences, answer.Passages is not null),
        metrics.Dangling(citations, evidence),
        metrics.NotRetrieved(citations, evidence),
        .. metrics.Gold(sample, citations, sentences),
    ];

    private static async ValueTask<(List<JudgedSentence> Sentences, List<JudgedCitation> Stray)> JudgeAsync(CitedAnswer cited, CitationSupport support, CancellationToken cancellationToken)
    {
        var sentences = new List<JudgedSentence>();
        foreach (var sentence in cited.Sentences)
            sentences.Add(await support.JudgeAsync(sentence, cancellationToken));
        return (sentences, [.. cited.Stray.Select(document => new JudgedCitation(document, support.Resolve(document, isNeeded: false), IsNeeded: false))]);
    }
}
