using EvalHarness.Evaluators.Groundedness.Features;
using EvalHarness.Evaluators.Groundedness.Weights;
using EvalHarness.Statistics;

namespace EvalHarness.Training;

/// <summary>Grows small trees on what the weighted sum leaves over; no tree goes against a feature's direction.</summary>
/// <remarks>Newton boosting on histograms, Chen and Guestrin 2016, arXiv:1603.02754; monotone splits with bounds handed down.</remarks>
internal sealed class TreeStage
{
    private const int MostBins = 32;

    private readonly TrainingSet set;
    private readonly TrainingOptions options;
    private readonly double[][] cuts;
    private readonly byte[][] bins;
    private readonly double[] first;
    private readonly double[] second;
    private readonly double[] claimWeights;

    public TreeStage(TrainingSet set, TrainingOptions options)
    {
        (this.set, this.options) = (set, options);
        cuts = [.. Enumerable.Range(0, FeatureSet.All.Count).Select(Cuts)];
        bins = [.. Enumerable.Range(0, FeatureSet.All.Count).Select(f => set.Claims.Select(c => Bin(cuts[f], c[f])).ToArray())];
        (first, second) = (new double[set.Claims.Count], new double[set.Claims.Count]);
        claimWeights = [.. set.AnswerOf.Select(a => set.Weights[a] / set.Answers[a].Claims.Count)];
    }

    /// <param name="scores">Of each claim by the weighted sum; the trees are added to it.</param>
    public List<DecisionTree> Grow(double[] scores, double offset)
    {
        var loss = new AnswerLoss(set, options.OwnShare);
        var random = new SeededRandom(options.Seed, "trees");
        var trees = new List<DecisionTree>();
        var groups = set.Answers.Select(a => a.Group).Distinct(StringComparer.Ordinal).ToList();
        while (trees.Count < options.Trees)
        {
            loss.Derive(scores, offset, first, second, out _);
            var tree = new TreeBuilder();
            var asked = set.Usable.Where(_ => random.NextDouble() < options.FeatureShare).ToArray();
            var without = groups.Where(_ => random.NextDouble() >= options.GroupShare).ToHashSet(StringComparer.Ordinal);
            var rows = Enumerable.Range(0, scores.Length).Where(row => !without.Contains(set.Answers[set.AnswerOf[row]].Group)).ToArray();
            tree.Add();
            Split(tree, 0, rows, asked, options.Depth, double.NegativeInfinity, double.PositiveInfinity);
            trees.Add(tree.Build());
            for (var row = 0; row < scores.Length; row++)
                scores[row] += trees[^1].Read(set.Claims[row]);
        }

        return trees;
    }

    private void Split(TreeBuilder tree, int node, int[] rows, int[] asked, int depth, double low, double high)
    {
        var (g, h) = (rows.Sum(r => first[r]), rows.Sum(r => second[r]));
        tree.Value[node] = options.LearningRate * Math.Clamp(-g / (h + Penalty), low, high);
        if (depth == 0 || Best(rows, asked, g, h, low, high) is not { } best)
            return;
        var left = rows.Where(r => bins[best.Feature][r] <= best.Bin).ToArray();
        var right = rows.Where(r => bins[best.Feature][r] > best.Bin).ToArray();
        var middle = (best.Left + best.Right) / 2;
        var direction = FeatureSet.All[best.Feature].Direction;
        tree.Feature[node] = best.Feature;
        tree.Cut[node] = cuts[best.Feature][best.Bin];
        tree.Left[node] = tree.Add();
        tree.Add();
        Split(tree, tree.Left[node], left, asked, depth - 1, direction < 0 ? middle : low, direction > 0 ? middle : high);
        Split(tree, tree.Left[node] + 1, right, asked, depth - 1, direction > 0 ? middle : low, direction < 0 ? middle : high);
    }

    private double Penalty => options.Leaf * 0.1;

    private (int Feature, int Bin, double Left, double Right)? Best(int[] rows, int[] asked, double g, double h, double low, double high)
    {
        (int Feature, int Bin, double Left, double Right)? best = null;
        var most = 1e-4;
        var (sumG, sumH, sumW) = (new double[MostBins + 1], new double[MostBins + 1], new double[MostBins + 1]);
        var all = rows.Sum(r => claimWeights[r]);
        var before = Gain(g, h, Math.Clamp(-g / (h + Penalty), low, high));
        foreach (var feature in asked)
        {
            Array.Clear(sumG);
            Array.Clear(sumH);
            Array.Clear(sumW);
            var bin = bins[feature];
            foreach (var r in rows)
            {
                sumG[bin[r]] += first[r];
                sumH[bin[r]] += second[r];
                sumW[bin[r]] += claimWeights[r];
            }

            var (leftG, leftH, leftW) = (0.0, 0.0, 0.0);
            var direction = FeatureSet.All[feature].Direction;
            for (var b = 0; b < cuts[feature].Length; b++)
            {
                (leftG, leftH, leftW) = (leftG + sumG[b], leftH + sumH[b], leftW + sumW[b]);
                if (leftW < options.LeastLeaf || all - leftW < options.LeastLeaf)
                    continue;
                var left = Math.Clamp(-leftG / (leftH + Penalty), low, high);
                var right = Math.Clamp(-(g - leftG) / (h - leftH + Penalty), low, high);
                if (direction * (right - left) < 0)
                    continue;
                var gain = Gain(leftG, leftH, left) + Gain(g - leftG, h - leftH, right) - before;
                if (gain > most)
                    (best, most) = ((feature, b, left, right), gain);
            }
        }

        return best;
    }

    private double Gain(double g, double h, double value) => -((g * value) + (0.5 * (h + Penalty) * value * value));

    private double[] Cuts(int feature)
    {
        var values = set.Claims.Select(c => c[feature]).Order().ToArray();
        return [.. Enumerable.Range(1, MostBins - 1).Select(i => values[(int)((long)i * values.Length / MostBins)]).Distinct().Where(v => v < values[^1])];
    }

    private static byte Bin(double[] cuts, double value)
    {
        byte bin = 0;
        while (bin < cuts.Length && value > cuts[bin])
            bin++;
        return bin;
    }
}
