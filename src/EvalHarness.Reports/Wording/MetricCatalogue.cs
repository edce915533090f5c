using System.Text.RegularExpressions;
using EvalHarness.Metrics;

namespace EvalHarness.Reports.Wording;

/// <summary>The words for every metric the harness knows; an unknown metric is called by its id.</summary>
public static partial class MetricCatalogue
{
    private const string Quality = "quality";
    private const string Citations = "citations";
    private const string Format = "format";
    private const string Retrieval = "retrieval";
    private const string Freshness = "freshness";
    private const string Cost = "cost";
    private const string Latency = "latency";

    private static readonly Dictionary<string, MetricWords> Known = new(StringComparer.Ordinal)
    {
        ["success"] = new("Answered without an error", "The pipeline gave a reply: no exception, no timeout, not empty.", Quality),
        ["coverage"] = new("Questions answered", "The reply answers; it does not say that it does not know.", Quality),
        ["correct-when-answered"] = new("Answers correct when it answers", "Of the replies that answer, those that are right; an answer to an unanswerable question is not. Read it beside coverage.", Quality),
        [AnswerCorrectness.Id] = new("Answers correct", "The answer says what a gold answer says.", Quality),
        ["answer-content-f1"] = new("Content shared with the gold answer", "How much of what the best gold answer adds to the question the answer says, and how little else; the shorter the gold answer, the less else counts.", Quality),
        ["exact-match"] = new("Answers equal to the gold answer", "Word for word, after case, punctuation and articles are taken off; the best of the gold answers counts.", Quality),
        ["token-f1"] = new("Word overlap with the gold answer", "F1 of the answer's words against the best gold answer's: 0 is none, 100 is all and nothing else.", Quality),
        ["claim-precision"] = new("Claims the gold answer bears out", "The share of an answer's claims that a gold answer supports, by a judge; true extra detail counts against it.", Quality),
        ["claim-recall"] = new("Claims of the gold answer given", "The share of the gold answer's claims that the answer supports, by a judge.", Quality),
        ["claim-f1"] = new("Claims shared with the gold answer", "The harmonic mean of the two, by a judge.", Quality),
        ["unsupported-answer"] = new("Unsupported answers", "The share of all rows whose answer makes at least one claim that the corpus does not support; an abstention makes none.", Quality),
        ["groundedness-corpus"] = new("Claims the corpus supports", "The share of an answer's claims that the dated corpus supports.", Quality),
        ["groundedness-passages"] = new("Claims its own passages support", "The share of an answer's claims that the passages it was given support.", Quality),
        ["groundedness-gold"] = new("Claims the gold evidence supports", "Against the gold evidence alone: true extra detail counts against it.", Quality),
        ["abstention-correct"] = new("Unanswerable questions declined", "Of the questions that the corpus does not answer, those where the reply says so.", Quality),
        ["over-refusal"] = new("Answerable questions declined", "Of the questions that the corpus does answer, those where the reply says it does not know.", Quality),
        ["over-refusal-with-evidence"] = new("Declined with the evidence at hand", "Of the answerable questions where the model was given all of the gold evidence, those where the reply says it does not know.", Quality),
        ["over-refusal-without-evidence"] = new("Declined without the evidence", "Of the answerable questions where the model was not given all of the gold evidence, those where the reply says it does not know.", Quality),
        ["answer-agreement"] = new("Repeats that give the same answer", "The share of pairs of a question's repeats of which each answer says what the other says; declining agrees with declining.", Quality),
        ["variance-within"] = new("Variance between repeats", "Of answer correctness about its question's mean: what chance alone makes of one answer.", Quality),
        ["variance-between"] = new("Variance between questions", "Of the questions' true correctness: some are harder than others, however often they are asked.", Quality),
        ["truthfulness"] = new("Truthfulness", "+1 for a right answer, 0 for declining, −1 for a wrong one.", Quality),
        ["citation-precision"] = new("Citations that hold", "The share of citations that support their sentence.", Citations),
        ["citation-recall"] = new("Sentences with a citation that supports them", "The share of an answer's sentences whose cited documents support them.", Citations),
        ["citation-dangling"] = new("Citations of nothing", "The share of citations that name a document which does not exist.", Citations),
        ["citation-misattributed"] = new("Sentences that cite the wrong document", "Of the sentences that cite, those that what they cite does not support and another retrieved document does.", Citations),
        ["citation-not-retrieved"] = new("Citations of what was not retrieved", "The share of citations that name a document of the corpus which the pipeline was not given.", Citations),
        ["citation-presence"] = new("Answers that cite", "The answer cites at least one document.", Citations),
        ["citation-gold-recall"] = new("Gold documents cited", "The share of the gold evidence's documents that the answer cites.", Citations),
        ["citation-gold-precision"] = new("Cited documents that are gold", "The share of cited documents that hold gold evidence.", Citations),
        ["citation-gold-support"] = new("Sentences whose cited gold evidence supports them", "The share of sentences that the gold evidence in the documents they cite supports.", Citations),
        ["retrieval-hit"] = new("Evidence found at all", "At least one retrieved passage overlaps the gold evidence.", Retrieval),
        ["retrieval-recall"] = new("Evidence found", "The share of the gold evidence that the retrieved passages contain.", Retrieval),
        ["retrieval-precision"] = new("Retrieved passages that matter", "The share of retrieved passages that overlap the gold evidence.", Retrieval),
        ["retrieval-mrr"] = new("Rank of the first right passage", "1 divided by the rank of the first passage with gold evidence (MRR): 100 is always first.", Retrieval),
        ["retrieval-map"] = new("Average precision of retrieval", "Precision at every right passage, averaged (MAP).", Retrieval),
        ["retrieval-r-precision"] = new("Right passages among as many as there are", "Precision at as many passages as matter (R-precision).", Retrieval),
        ["retrieval-bpref"] = new("Right passages above wrong ones", "How seldom a passage without gold evidence stands above one with it (bpref).", Retrieval),
        ["retrieval-token-recall"] = new("Words of the evidence retrieved", "The share of the gold evidence's words that the retrieved passages hold.", Retrieval),
        ["retrieval-token-precision"] = new("Retrieved words that are evidence", "The share of retrieved words that are gold evidence; a word retrieved twice counts twice.", Retrieval),
        ["retrieval-token-iou"] = new("Retrieved text against the evidence", "Words in both divided by words in either: 100 is the evidence and nothing else.", Retrieval),
        ["retrieval-marginal-recall"] = new("What the last passage adds", "The share of the evidence's words that the k-th passage alone holds: near 0, fewer passages would do.", Retrieval),
        ["over-retrieval"] = new("Words given in vain", "The share of words given to the model that lie outside the gold evidence.", Retrieval),
        ["retrieval-ndcg"] = new("Order of the retrieved passages", "nDCG: 100 when the right passages stand first.", Retrieval),
        ["runs-on"] = new("Replies that run on", "The reply goes on past the end of its answer: with another question, turn or passage.", Format),
        ["format-strict"] = new("Valid JSON as it stands", "The whole reply parses as JSON.", Format),
        ["format-lenient"] = new("Valid JSON after unwrapping", "The reply parses once a code fence or a sentence around it is taken off.", Format),
        ["format-schema"] = new("Replies that meet the schema", "The reply is valid against the answer schema.", Format),
        ["format-fields"] = new("Fields exactly right", "The share of expected fields whose value is the gold value.", Format),
        ["format-agreement"] = new("Repeats of the same form", "The share of pairs of a question's repeats that both meet the form, or both miss it in the same way.", Format),
        ["field-macro-f1"] = new("Fields right, every class weighing the same", "F1 of each value of a field, averaged over the values.", Format),
        ["stale-answer"] = new("Stale answers", "Of the questions on facts that changed, those answered with the old value.", Freshness),
        ["fresh-answer"] = new("Fresh answers", "Of the questions on facts that changed, those answered with the new value.", Freshness),
        ["stale-citation"] = new("Stale citations", "The share of citations of a document as it was before it changed.", Freshness),
        ["tokens-in"] = new("Tokens in per question", "What the model is sent, counted by its tokenizer.", Cost),
        ["tokens-out"] = new("Tokens out per question", "What the model returns, counted by its tokenizer.", Cost),
        ["cost-usd"] = new("Cost per question", "Tokens at the price table's prices.", Cost),
        ["cost-spent-usd"] = new("Spent per question in this run", "The same prices, without what the response cache answered.", Cost),
        ["cost-per-correct-usd"] = new("Cost per correct answer", "All money spent divided by the answers that are right.", Cost),
        ["latency-service-ms"] = new("Time to answer", "The successful try alone, without waiting for the harness.", Latency),
        ["latency-first-token-ms"] = new("Time to the first token", "From the successful try's start to the first piece of the answer.", Latency),
        ["latency-per-output-token-ms"] = new("Time per output token", "How long each token after the first takes.", Latency),
        ["latency-felt-ms"] = new("Time a user waits", "With retries and back-off.", Latency),
    };

    /// <param name="name">A metric's id, with its quantile where it is one: <c>latency-service-ms:p95</c>.</param>
    public static MetricWords For(string name)
    {
        var id = name.Split(':')[0];
        var words = Find(id) ?? new MetricWords(id, "", FamilyOf(id));
        return name.Length > id.Length ? words with { Label = $"{words.Label}, {QuantileOf(name[(id.Length + 1)..])}" } : words;
    }

    /// <summary>The user's words, for a metric that has some.</summary>
    /// <param name="name">As for the other.</param>
    public static MetricWords For(Metric metric, string name)
    {
        var words = For(name);
        return words with { Label = metric.Label ?? words.Label, Meaning = metric.Meaning ?? words.Meaning };
    }

    private static MetricWords? Find(string id)
    {
        if (Known.TryGetValue(id, out var words))
            return words;
        if (Cut().Match(id) is { Success: true } cut && Known.TryGetValue(cut.Groups["id"].Value, out var uncut))
            return uncut with { Label = $"{uncut.Label} (top {cut.Groups["k"].Value})" };
        if (OfField().Match(id) is { Success: true } field)
            return Known["field-macro-f1"] with { Label = $"{Known["field-macro-f1"].Label}: {field.Groups["field"].Value}" };
        if (Repeats().Match(id) is { Success: true } repeats)
            return repeats.Groups["sign"].Value == "^"
                ? new($"Right every time in {repeats.Groups["k"].Value}", "The chance that this many repeats are all right.", Quality)
                : new($"Right at least once in {repeats.Groups["k"].Value}", "The chance that one of this many repeats is right.", Quality);
        return StageTime().Match(id) is { Success: true } stage
            ? new($"Time in {stage.Groups["stage"].Value}", "This stage alone.", Latency)
            : null;
    }

    private static string FamilyOf(string id) => id.Split('-')[0] switch
    {
        "citation" => Citations,
        "format" or "field" => Format,
        "retrieval" => Retrieval,
        "stale" or "fresh" => Freshness,
        "tokens" or "cost" => Cost,
        "latency" => Latency,
        _ => Quality,
    };

    private static string QuantileOf(string quantile) => quantile == "p50" ? "median" : $"{quantile.TrimStart('p')}th percentile";

    [GeneratedRegex(@"^(?<id>.+)@(?<k>\d+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cut();

    [GeneratedRegex(@"^field-macro-f1@(?<field>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfField();

    [GeneratedRegex(@"^pass(?<sign>[@^])(?<k>\d+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Repeats();

    [GeneratedRegex("^latency-(?<stage>.+)-ms$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StageTime();
}
