using EvalHarness.Evaluators.Groundedness.Features;

namespace EvalHarness.Training;

/// <summary>Answers in the shape that training needs: claims in one table, weights by file and label.</summary>
internal sealed class TrainingSet
{
    public TrainingSet(IReadOnlyList<LabelledAnswer> all, TrainingOptions options)
    {
        var answers = options.Made > 0 ? all : [.. all.Where(a => a.File != LabelledData.Made)];
        Answers = answers;
        Weights = new double[answers.Count];
        // Every file counts the same, and in it both labels: which label is the more frequent in a file says nothing of new data.
        foreach (var part in Enumerable.Range(0, answers.Count).GroupBy(i => (answers[i].File, answers[i].IsGrounded)))
        {
            foreach (var i in part)
                Weights[i] = (answers[i].File == LabelledData.Made ? options.Made : 1) / part.Count();
        }

        var scale = answers.Count / Weights.Sum();
        for (var i = 0; i < Weights.Length; i++)
            Weights[i] *= scale;
        foreach (var (answer, i) in answers.Select((a, i) => (a, i)))
        {
            foreach (var claim in answer.Claims)
            {
                Claims.Add(claim);
                AnswerOf.Add(i);
            }
        }

        Usable = [.. Enumerable.Range(0, FeatureSet.All.Count).Where(f => !(options.WithoutCounts && FeatureSet.All[f].GrowsWithLength))];
    }

    public IReadOnlyList<LabelledAnswer> Answers { get; }

    /// <summary>Of each answer; 1 on average.</summary>
    public double[] Weights { get; }

    public List<double[]> Claims { get; } = [];

    public List<int> AnswerOf { get; } = [];

    /// <summary>The features that may be used.</summary>
    public int[] Usable { get; }
}
