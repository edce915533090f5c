using EvalHarness.Embedded.Learning;
using EvalHarness.Embedded.Reading;
using EvalHarness.Embedded.Text;

namespace EvalHarness.Embedded.Training;

/// <summary>Trains a reader from examples and the passages that their questions find.</summary>
/// <remarks>An example never helps to judge itself: recollections leave it out, and associations are learned from the other folds.</remarks>
internal sealed class ReaderTrainer(int seed)
{
    /// <summary>Rises when the same data would give another model.</summary>
    public const string Version = "embedded-reader/1";

    private const int Folds = 5;

    private readonly LinearTrainer linear = new(seed);
    private readonly FieldTrainer fields = new(new TextClassifierTrainer(seed));

    /// <param name="examples">Their prompts hold the passages that a search finds for them.</param>
    public TunedModel Train(IReadOnlyList<TrainingExample> examples)
    {
        var abstention = AbstentionOf(examples);
        var closed = fields.Train(examples, abstention, TextFeatures.OfQuestion);
        var memory = new AnswerMemory([.. examples.Select(e => e.ToLearned(abstention))]);
        var questions = examples.Select(e => AskedQuestion.Of(e.Prompt)).ToList();
        var categories = examples.Select(e => Categories(closed.Category, e)).ToList();
        var matcher = new MatcherTrainer(linear).Train(memory, questions, categories);
        var recollections = questions.Select((q, i) => memory.Recall(q, categories[i], matcher, without: i)).ToList();
        var evidence = new EvidenceTrainer(linear).Train(Cases(examples, memory, questions, recollections));

        return new TunedModel
        {
            Memory = memory.Entries,
            Matcher = matcher,
            RecallAbove = RecallAbove(memory, recollections),
            Associations = Learn(Enumerable.Range(0, examples.Count), memory, questions),
            Ranker = evidence.Ranker,
            Trust = evidence.Trust,
            TrustAbove = evidence.TrustAbove,
            Second = evidence.Second,
            Closed = closed,
            Open = fields.Train(examples, abstention, TextFeatures.OfQuestionAndPassages),
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

    private static double RecallAbove(AnswerMemory memory, IReadOnlyList<Recollection?> recollections) =>
        Threshold.Choose(recollections.Index()
            .Where(r => r.Item is { Learned.IsAbstention: false })
            .Select(r => (r.Item!.Confidence, MatcherTrainer.IsRight(memory, r.Index, r.Item.Entry))));

    private static Func<string, double> Categories(TextClassifier classifier, TrainingExample example)
    {
        var probabilities = classifier.Probabilities(TextFeatures.OfQuestion(example.Prompt));
        return category => Array.IndexOf(classifier.Classes, category) is var i and >= 0 ? probabilities[i] : 0;
    }

    private static Associations Learn(IEnumerable<int> examples, AnswerMemory memory, IReadOnlyList<AskedQuestion> questions) =>
        Associations.Learn([.. examples.Where(i => memory.AnswerSets[i].Count > 0).Select(i => (questions[i].Terms, (IReadOnlyList<string>)[.. memory.AnswerSets[i]]))]);

    private static List<EvidenceCase> Cases(IReadOnlyList<TrainingExample> examples, AnswerMemory memory, IReadOnlyList<AskedQuestion> questions, IReadOnlyList<Recollection?> recollections)
    {
        var others = Enumerable.Range(0, Folds).Select(fold => Learn(Enumerable.Range(0, examples.Count).Where(i => i % Folds != fold), memory, questions)).ToList();
        return [.. examples.Select((example, i) =>
        {
            var evidence = Evidence.Of(example.Prompt.Passages);
            var remembered = recollections[i] is { } r ? memory.AnswerSets[r.Entry] : new HashSet<string>();
            var features = TunedEvidence.Features(questions[i], evidence, others[i % Folds], recollections[i], remembered);
            return new EvidenceCase(questions[i], evidence, features, EvidenceTrainer.Label(evidence, example.Target), recollections[i]);
        })];
    }
}
