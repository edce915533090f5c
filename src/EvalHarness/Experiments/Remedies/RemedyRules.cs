using System.Text.Json.Nodes;
using EvalHarness.Diagnosis;
using EvalHarness.Pipelines.Retrieval;
using static EvalHarness.Experiments.Remedies.RemedyChange;

namespace EvalHarness.Experiments.Remedies;

/// <summary>From fault to remedy: which single change would repair what went wrong.</summary>
public static class RemedyRules
{
    private const int MostPassages = 100;
    private const int MostCandidates = 1000;
    private const int MoreCandidates = 4;

    /// <summary>In the order in which they are tried: what the right passages would do comes first, because it says how much a search can gain at all.</summary>
    public static IReadOnlyList<RemedyRule> All { get; } =
    [
        new("oracle-passages", "the gold passages alone as context: what perfect retrieval would repair", Of(Cause.RetrieverMissed, Cause.RankedBelowCut, Cause.OverRefused, Cause.Contradicted, Cause.Unsupported, Cause.EvidenceUnused), Oracle),
        new("more-passages", "twice as many passages for the model", Of(Cause.RankedBelowCut), MorePassages),
        new("rerank-on", "candidates put in order again", Of(Cause.RankedBelowCut), RerankOn),
        new("more-candidates", "four times as many candidates for the re-ranker", Of(Cause.RetrieverMissed), Candidates),
        new("other-chunks", "documents cut elsewhere", Of(Cause.RetrieverMissed, Cause.RankedBelowCut), OtherChunks),
        new("newer-corpus", "a search of the corpus that answers are checked against", [Fault.Stale], NewerCorpus),
        new("newer-checkpoint", "the checkpoint that was trained against the corpus that answers are checked against", [Fault.Stale, Fault.Of(Cause.Contradicted)], NewerCheckpoint),
        new("nearest-training-rows", "the training examples nearest to the question, to be read", [Fault.Stale, .. Of(Cause.Contradicted, Cause.Unsupported, Cause.EvidenceUnused, Cause.Unattributed, Cause.AnsweredUnanswerable)], NearestTrainingRows),
        new("decline-less", "a lower threshold below which it declines", Of(Cause.OverRefused), subject => Threshold(subject, 0, "answers more")),
        new("decline-more", "a higher threshold below which it declines", Of(Cause.AnsweredUnanswerable), subject => Threshold(subject, 1, "declines more")),
        new("strict-format", "replies that the endpoint holds to the answer schema", Of(Cause.FormatOnly), StrictFormat),
        new("ask-again", "the same question once more", Of(Cause.PipelineError), _ => NotPossible("no change of a pipeline mends an error of its endpoint", "Ask again what failed: evalharness retry <run> --failed.")),
        new("read-it", "nothing says what would help", Of(Cause.Unattributed), _ => NotPossible("no cause is known, or a score that should tell has no value", "Read the rows: evalharness show <run> <sample>.")),
    ];

    /// <summary>The names of the rules that speak of a fault.</summary>
    public static IReadOnlyList<string> For(Fault fault) => [.. All.Where(r => r.Faults.Contains(fault)).Select(r => r.Name)];

    private static IReadOnlyList<Fault> Of(params IEnumerable<Cause> causes) => [.. causes.Select(Fault.Of)];

    // A model without a search of its own is given passages too: what it would make of them is the question.
    private static RemedyChange? Oracle(RemedySubject subject) => subject switch
    {
        { Chat: null } => NotPossible("what retrieves is not put together here, so nobody can give it other passages", "Let the service or program take passages from a file, and compare it as another pipeline."),
        { Retrieval.Oracle: true } => NotPossible("it is given the gold passages already", "What is left is the model's: another prompt or model."),
        { Retrieval: not null } => To("retrieval.oracle", true),
        { Experiment.Corpus: { } corpus } => To("retrieval", new JsonObject { ["corpus"] = corpus, ["oracle"] = true }),
        _ => NotPossible("there is no corpus to take gold passages from", "Name one under corpus:."),
    };

    private static RemedyChange? MorePassages(RemedySubject subject) => Searching(subject, options => options.Passages < Most(options)
        ? To("retrieval.passages", Math.Min(2 * options.Passages, Most(options)))
        : NotPossible($"the model is given all {options.Passages} passages that there can be", "Raise retrieval.candidates."));

    private static int Most(RetrievalOptions options) => Math.Min(options.Candidates, MostPassages);

    private static RemedyChange? RerankOn(RemedySubject subject) => Searching(subject, options => options.Rerank == "none"
        ? To("retrieval.rerank", "proximity")
        : NotPossible($"candidates are put in order again already (rerank: {options.Rerank})", "Name another re-ranker's endpoint: retrieval: { rerank: http, reranker: { endpoint: … } }."));

    private static RemedyChange? Candidates(RemedySubject subject) => Searching(subject, options => options switch
    {
        { Rerank: "none" } => NotPossible("without a re-ranker, more candidates stand below the others", "Try rerank: proximity or http first."),
        { Candidates: >= MostCandidates } => NotPossible($"there are {options.Candidates} candidates already", "Try another index or embedder."),
        _ => To("retrieval.candidates", Math.Min(MoreCandidates * options.Candidates, MostCandidates)),
    });

    private static RemedyChange? OtherChunks(RemedySubject subject) => Searching(subject, options => To("retrieval.chunk.by", options.Chunk.By == "sections" ? "sentences" : "sections"));

    // An oracle searches nothing.
    private static RemedyChange? Searching(RemedySubject subject, Func<RetrievalOptions, RemedyChange> change) => subject.Retrieval switch
    {
        { Oracle: false } options => change(options),
        _ when subject.Chat is null => NotPossible("how it searches is not set here", "Change the service or program, and compare it as another pipeline."),
        _ => null,
    };

    private static RemedyChange? NewerCorpus(RemedySubject subject) => Searching(subject, options => subject.Experiment.Corpus is { } corpus && options.Corpus != corpus
        ? To("retrieval.corpus", corpus)
        : NotPossible($"it searches {options.Corpus}, and there is none newer", "Name a newer snapshot under corpus:, or add its articles."));

    private static RemedyChange? NewerCheckpoint(RemedySubject subject) => subject switch
    {
        { Checkpoint: null } => null,
        { NewerCheckpoint: { } newer } when subject.Recipe?.Corpus != subject.Experiment.Corpus => To("model.checkpoint", newer),
        _ => NotPossible($"no checkpoint of {subject.Checkpoint.Name} was trained on newer facts than {subject.Checkpoint}", "Train one on examples that were brought up to date, and name it under checkpoints:."),
    };

    private static RemedyChange? NearestTrainingRows(RemedySubject subject) => subject switch
    {
        { Checkpoint: null } => null,
        { Recipe: { } recipe } => Listing(subject.Experiment.Resolve(recipe.Train)),
        _ => NotPossible($"nothing says what {subject.Checkpoint} was trained on", "Name its training file under checkpoints:."),
    };

    private static RemedyChange? Threshold(RemedySubject subject, double end, string wanted) => subject.Chat?.Model is { Provider: "embedded", Checkpoint: null } model && model.AbstainBelow != end
        ? To("model.abstain_below", (model.AbstainBelow + end) / 2)
        : NotPossible("no setting says when it declines", $"Write a prompt under which it {wanted}, and compare it as another pipeline.");

    private static RemedyChange? StrictFormat(RemedySubject subject) => (subject.Chat?.Model, subject.Experiment.Answer.Schema) switch
    {
        (null or { Endpoint: null }, _) => NotPossible("what answers takes no response format", "Say in its prompt what the reply must look like."),
        ({ ResponseFormat: "json_schema" }, _) => NotPossible("the endpoint is asked for the schema already", "Ask for fewer fields, or mend the schema."),
        (_, null) => NotPossible("the experiment has no answer schema", "Name one under answer: schema:."),
        _ => To("model.response_format", "json_schema"),
    };
}
