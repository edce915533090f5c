namespace EvalHarness.Training;

/// <summary>Scores every answer by a model that has not seen its group, at a threshold chosen without it.</summary>
/// <param name="withMade">Claims made from contexts choose the threshold too, like one more file: what learns from them reads them as it reads answers. A baseline's threshold is better without.</param>
internal sealed class CrossValidation(IReadOnlyList<LabelledAnswer> answers, Func<IReadOnlyList<LabelledAnswer>, Func<LabelledAnswer, double>> train, bool withMade)
{
    public const int Folds = 5;
    private const int InnerFolds = 3;

    /// <summary>Of the verifier, trained on each fold's rest.</summary>
    public static CrossValidation Of(IReadOnlyList<LabelledAnswer> answers, TrainingOptions options) => new(
        answers,
        training =>
        {
            var model = Trainer.Train(training, options);
            return answer => Trainer.Score(model, answer);
        },
        withMade: options.Made > 0);

    /// <summary>Which fold a group is in: the same for all its answers, whatever their file.</summary>
    public static int Fold(string group, int folds, string purpose) => (int)(purpose.Concat(group).Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u) * 2654435769u >> 8) % folds;

    /// <summary>Each answer's score and its fold's threshold, in the order of the answers; files that measure only train nothing.</summary>
    public List<Held> ByGroup() => Run(Folds, (answer, fold) => Fold(answer.Group, Folds, "outer") == fold);

    /// <summary>The same with a whole file left out at a time.</summary>
    public List<Held> ByFile()
    {
        // The files that only measure are left out of every training: one model serves them all.
        var files = LabelledData.Files.Where(LabelledData.MayTrain).ToList();
        return Run(files.Count + 1, (answer, fold) => fold < files.Count ? answer.File == files[fold] : !LabelledData.MayTrain(answer.File) && answer.File != LabelledData.Made);
    }

    private List<Held> Run(int folds, Func<LabelledAnswer, int, bool> isTest)
    {
        var held = new Held?[answers.Count];
        Parallel.For(0, folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            // Claims made from a context that is left out are left out with it.
            var groups = answers.Where(a => isTest(a, fold)).Select(a => a.Group).ToHashSet(StringComparer.Ordinal);
            var training = answers.Where(a => LabelledData.MayTrain(a.File) && !isTest(a, fold) && !groups.Contains(a.Group)).ToList();
            var score = train(training);
            var threshold = Threshold(training);
            for (var i = 0; i < answers.Count; i++)
            {
                if (answers[i].File != LabelledData.Made && isTest(answers[i], fold))
                    held[i] = new Held(answers[i], score(answers[i]), threshold);
            }
        });
        return [.. held.Where(h => h is not null).Select(h => h!)];
    }

    /// <summary>The best threshold for scores of answers that the model has not seen.</summary>
    public double Threshold(IReadOnlyList<LabelledAnswer> training)
    {
        var rows = new List<(double, bool, string)>();
        for (var fold = 0; fold < InnerFolds; fold++)
        {
            var score = train([.. training.Where(a => Fold(a.Group, InnerFolds, "inner") != fold)]);
            rows.AddRange(training.Where(a => (withMade || a.File != LabelledData.Made) && Fold(a.Group, InnerFolds, "inner") == fold).Select(a => (score(a), a.IsGrounded, a.File)));
        }

        return Figures.BestThreshold(rows);
    }
}
