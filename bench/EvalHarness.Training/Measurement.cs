using System.Globalization;
using EvalHarness.Evaluators.Groundedness.Features;

namespace EvalHarness.Training;

/// <summary>Measures the verifier, the baselines and the ablations in the same way, and prints a line for each.</summary>
internal sealed class Measurement(IReadOnlyList<LabelledAnswer> answers, TrainingOptions options)
{
    /// <summary>Lengths in words within this factor of one another count as alike.</summary>
    private const double Alike = 1.15;

    public IReadOnlyList<Result> Run(TextWriter output)
    {
        output.WriteLine($"mean over {LabelledData.Files.Length} files, then each ({string.Join(", ", LabelledData.Files)}): balanced accuracy in % / AUC; within: AUC within each model on ragtruth-qa; below it the middle 95 % of {GroupBootstrap.Draws} draws of groups");
        List<Result> results = [];
        Print("word-overlap", Baseline(a => a.Overlap).ByGroup());
        Print("answer-length", Baseline(a => -a.WordCount).ByGroup());
        var held = Print("local", Local(options).ByGroup());
        Print("local, whole file left out", Local(options).ByFile());
        Print("local, no count of anything", Local(options with { WithoutCounts = true }).ByGroup());
        Print("local, weighted sum alone", Local(options with { Trees = 0 }).ByGroup());
        PrintLength(output, held);
        PrintContradictions(output);
        PrintThreshold("word-overlap", a => a.Overlap);
        PrintThreshold("answer-length, words", a => -a.WordCount);
        return results;

        List<Held> Print(string name, List<Held> rows)
        {
            results.Add(Result.Of(name, rows));
            output.WriteLine(results[^1].ToString());
            output.WriteLine(results[^1].Intervals());
            if (results.Count > 1)
                output.WriteLine(results[^1].Above(results[0]));
            return rows;
        }

        void PrintThreshold(string name, Func<LabelledAnswer, double> score) =>
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  threshold of {name} on all training files: {Baseline(score).Threshold([.. answers.Where(a => LabelledData.MayTrain(a.File))]):G4}"));
    }

    private CrossValidation Baseline(Func<LabelledAnswer, double> score) => new(answers, _ => score, withMade: false);

    private CrossValidation Local(TrainingOptions options) => CrossValidation.Of(answers, options);

    /// <summary>Whether the score is a length in disguise: its correlation with length, and its AUC among answers of like length.</summary>
    private static void PrintLength(TextWriter output, List<Held> held)
    {
        foreach (var file in LabelledData.Files)
        {
            var rows = held.Where(h => h.Answer.File == file).ToList();
            var correlation = Figures.Correlation(rows.ConvertAll(h => h.Score), rows.ConvertAll(h => Math.Log(1 + h.Answer.WordCount)));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {file,-24} correlation of score and log length {correlation,5:F2}; AUC among answers of like length {LikeLength(rows):F3}, of all {Result.Auc(rows):F3}"));
        }
    }

    /// <summary>Whether a contradiction may decide: how many of the answers that have one people find ungrounded, beside how many of all.</summary>
    private void PrintContradictions(TextWriter output)
    {
        foreach (var file in LabelledData.Files)
        {
            var rows = answers.Where(a => a.File == file).ToList();
            var hit = rows.Where(a => a.Claims.Any(c => ContradictionFeatures.IsContradicted(c))).ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {file,-24} contradicted {hit.Count,4} of {rows.Count,4} answers, of them ungrounded {hit.Count(a => !a.IsGrounded),4}; of all {rows.Count(a => !a.IsGrounded) / (double)rows.Count:P0}"));
        }
    }

    private static double LikeLength(List<Held> rows)
    {
        var (right, pairs) = (0.0, 0);
        foreach (var grounded in rows.Where(r => r.Answer.IsGrounded))
        {
            foreach (var other in rows.Where(r => !r.Answer.IsGrounded && IsAlike(r.Answer.WordCount, grounded.Answer.WordCount)))
                (right, pairs) = (right + (grounded.Score > other.Score ? 1 : grounded.Score == other.Score ? 0.5 : 0), pairs + 1);
        }

        return right / pairs;
    }

    private static bool IsAlike(double left, double right) => Math.Max(left, right) <= Alike * Math.Min(left, right);
}
