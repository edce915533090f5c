using EvalHarness.Evaluators.Groundedness.Features;

namespace EvalHarness.Training;

/// <summary>Fits the weighted sum: ridge, and no coefficient against its feature's direction.</summary>
/// <remarks>Accelerated projected gradient: Beck and Teboulle 2009, with restarts.</remarks>
internal static class LinearStage
{
    private const int Steps = 200;

    public static (double[] Means, double[] Coefficients, double Offset) Fit(TrainingSet set, TrainingOptions options)
    {
        var (means, scales) = Standardise(set);
        var rows = set.Claims.ConvertAll(c => Array.ConvertAll(set.Usable, f => (c[f] - means[f]) / scales[f]));
        var (weights, offset) = Descend(set, rows, options);
        var coefficients = new double[means.Length];
        for (var i = 0; i < set.Usable.Length; i++)
            coefficients[set.Usable[i]] = weights[i] / scales[set.Usable[i]];
        return (means, coefficients, offset);
    }

    private static (double[] Means, double[] Scales) Standardise(TrainingSet set)
    {
        var count = FeatureSet.All.Count;
        var (means, scales) = (new double[count], new double[count]);
        for (var f = 0; f < count; f++)
        {
            means[f] = set.Claims.Average(c => c[f]);
            scales[f] = Math.Sqrt(set.Claims.Average(c => (c[f] - means[f]) * (c[f] - means[f]))) + 1e-6;
        }

        return (means, scales);
    }

    private static (double[] Weights, double Offset) Descend(TrainingSet set, List<double[]> rows, TrainingOptions options)
    {
        var loss = new AnswerLoss(set, options.OwnShare);
        var count = set.Usable.Length;
        var (scores, first, second) = (new double[rows.Count], new double[rows.Count], new double[rows.Count]);
        var (x, ahead) = (new double[count + 1], new double[count + 1]);
        var (momentum, rate, last) = (1.0, 1.0, double.PositiveInfinity);
        for (var step = 0; step < Steps; step++)
        {
            var (value, slope) = At(ahead);
            double[] next;
            // Halve the step until the quadratic bound holds.
            while (true)
            {
                next = Project(ahead, slope, rate, set.Usable);
                var there = Value(next);
                var bound = value;
                for (var i = 0; i <= count; i++)
                    bound += (slope[i] * (next[i] - ahead[i])) + ((next[i] - ahead[i]) * (next[i] - ahead[i]) / (2 * rate));
                if (there <= bound + 1e-12)
                {
                    momentum = there > last ? 1 : momentum;
                    last = there;
                    break;
                }

                rate /= 2;
            }

            var following = (1 + Math.Sqrt(1 + (4 * momentum * momentum))) / 2;
            for (var i = 0; i <= count; i++)
                ahead[i] = next[i] + ((momentum - 1) / following * (next[i] - x[i]));
            (x, momentum) = (next, following);
        }

        return (x[..count], x[count]);

        void Score(double[] point)
        {
            for (var r = 0; r < scores.Length; r++)
                scores[r] = Dot(rows[r], point);
        }

        double Value(double[] point)
        {
            Score(point);
            var value = loss.Derive(scores, point[count], first, second, out _) / set.Answers.Count;
            for (var i = 0; i < count; i++)
                value += options.Ridge * point[i] * point[i];
            return value;
        }

        (double Value, double[] Slope) At(double[] point)
        {
            Score(point);
            var value = loss.Derive(scores, point[count], first, second, out var byOffset) / set.Answers.Count;
            var slope = new double[count + 1];
            for (var r = 0; r < scores.Length; r++)
            {
                var (row, weight) = (rows[r], first[r]);
                for (var i = 0; i < row.Length; i++)
                    slope[i] += weight * row[i];
            }

            for (var i = 0; i < count; i++)
                (slope[i], value) = ((slope[i] / set.Answers.Count) + (2 * options.Ridge * point[i]), value + (options.Ridge * point[i] * point[i]));
            slope[count] = byOffset / set.Answers.Count;
            return (value, slope);
        }
    }

    private static double Dot(double[] row, double[] weights)
    {
        // Four sums at a time: the same on every machine, whatever its vectors.
        var (a, b, c, d, i) = (0.0, 0.0, 0.0, 0.0, 0);
        for (; i + 3 < row.Length; i += 4)
            (a, b, c, d) = (a + (row[i] * weights[i]), b + (row[i + 1] * weights[i + 1]), c + (row[i + 2] * weights[i + 2]), d + (row[i + 3] * weights[i + 3]));
        for (; i < row.Length; i++)
            a += row[i] * weights[i];
        return a + b + (c + d);
    }

    private static double[] Project(double[] from, double[] slope, double rate, int[] features)
    {
        var to = new double[from.Length];
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = from[i] - (rate * slope[i]);
            var direction = i < features.Length ? FeatureSet.All[features[i]].Direction : 0;
            to[i] = direction > 0 ? Math.Max(0, to[i]) : direction < 0 ? Math.Min(0, to[i]) : to[i];
        }

        return to;
    }
}
