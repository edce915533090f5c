using EvalHarness.Embedded.Learning;
using EvalHarness.Embedded.Reading;
using EvalHarness.Embedded.Text;

namespace EvalHarness.Embedded.Training;

/// <summary>Trains a reader from examples and the passages that their questions find.</summary>
/// <remarks>An example never helps to judge itself: recollections leave it out, and associations are learned from the other folds.</remarks>
internal sealed class ReaderTrainer(int seed)
{
    /// <summary>Rises when the same data would give another model.</summary>
    public const string Version = "embedded-reader/3";

    private const int Folds = 5;

    private readonly LinearTrainer linear = new(seed);
    private readonly FieldTrainer fields = new(new TextClassifierTrainer(seed));

    /// <param name="examples">Their prompts hold the passages that a search finds for them.</param>
    public TunedModel Train(IReadOnlyList<TrainingExample> examples)
    {
        var abstention = AbstentionOf(examples);
        // Examples that answer come first: their numbers are those of the memory.
        examples = [.. examples.OrderBy(e => e.Target.Answer == abstention)];
        var learned = fields.Train(examples, abstention);
        var memory = new AnswerMemory([.. examples.Where(e => e.Target.Answer != abstention).Select(e => e.ToLearned())]);
        var questions = examples.Select(e => AskedQuestion.Of(e.Prompt)).ToList();
        var categories = examples.Select(e => learned.Category.Likelihood(TextFeatures.Subject(e.Prompt.Question))).ToList();
        var matcher = new MatcherTrainer(linear).Train(memory, [.. questions.Take(memory.Entries.Count)], categories);
        var recollections = questions.Select((q, i) => memory.Recall(q, categories[i], matcher, without: i)).ToList();
        var evidence = new EvidenceTrainer(linear).Train(Cases(examples, memory, questions, recollections));

        return new TunedModel
        {
            Memory = memory.Entries,
            Matcher = matcher,
            RecallAbove = Threshold.Choose([.. recollections.Select((r, i) => (r?.Confidence ?? 0, HasAnswer: i < memory.Entries.Count))]),
            Associations = Learn(Enumerable.Range(0, memory.Entries.Count), memory, questions),
            Ranker = evidence.Ranker,
            Trust = evidence.Trust,
            TrustAbove = evidence.TrustAbove,
            Second = evidence.Second,
            Fields = learned,
            Abstention = abstention,
        };
    }

    // Facts are cited: the answer that is given most often without a citation is the one that says there is none.
    private static string AbstentionOf(IReadOnlyList<TrainingExample> examples) =>
        examples.Where(e => e.Target.Citations.Count == 0)
            .CountBy(e => e.Target.Answer, StringComparer.Ordinal)
            .OrderByDescending(a => a.Value)
            .ThenBy(a => a.Key, StringComparer.Ordinal)
            .Select(a => a.Key)
            .FirstOrDefault() ?? "I do not know.";

    private static Associations Learn(IEnumerable<int> entries, AnswerMemory memory, IReadOnlyList<AskedQuestion> questions) =>
        Associations.Learn([.. entries.Select(i => (questions[i].Terms, (IReadOnlyList<string>)[.. memory.AnswerSets[i]]))]);

    private static List<EvidenceCase> Cases(IReadOnlyList<TrainingExample> examples, AnswerMemory memory, IReadOnlyList<AskedQuestion> questions, IReadOnlyList<Recollection?> recollections)
    {
        var others = Enumerable.Range(0, Folds).Select(fold => Learn(Enumerable.Range(0, memory.Entries.Count).Where(i => i % Folds != fold), memory, questions)).ToList();
        return [.. examples.Select((example, i) =>
        {
            var evidence = Evidence.Of(example.Prompt.Passages);
            var remembered = recollections[i] is { } r ? memory.AnswerSets[r.Entry] : new HashSet<string>();
            var features = TunedEvidence.Features(questions[i], evidence, others[i % Folds], recollections[i], remembered);
            return new EvidenceCase(questions[i], evidence, features, EvidenceTrainer.Label(evidence, example.Target), recollections[i], i < memory.Entries.Count);
        })];
    }
}
