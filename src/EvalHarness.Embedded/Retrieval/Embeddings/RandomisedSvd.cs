using MathNet.Numerics.LinearAlgebra;

namespace EvalHarness.Embedded.Retrieval.Embeddings;

/// <summary>The strongest right singular vectors of a sparse matrix.</summary>
/// <remarks>
/// Source: Halko, Martinsson and Tropp 2011, Finding Structure with Randomness, algorithm 4.4 (subspace iteration).
/// Sums run in one order on one thread, and the start is seeded: the same matrix gives the same bits.
/// </remarks>
internal sealed class RandomisedSvd(IReadOnlyList<SparseVector> rows, int columns, int seed)
{
    private const int Oversampling = 10;
    private const int Iterations = 4;

    // Below this share of the strongest, a direction is rounding error.
    private const double Negligible = 1e-9;

    /// <summary>For each column its place in every direction, strongest direction first; as many directions as the matrix has, at most <paramref name="count"/>.</summary>
    public float[][] RightVectors(int count)
    {
        var width = Math.Min(count + Oversampling, Math.Min(rows.Count, columns));
        var basis = Start(width);
        for (var i = 0; i < Iterations; i++)
            basis = Orthonormal(Times(TransposedTimes(basis), width), width);
        var image = TransposedTimes(basis);
        return Rotated(image, Gram(image, width), count);
    }

    private double[][] Start(int width)
    {
        var random = new Random(seed);
        return Orthonormal([.. rows.Select(_ => Enumerable.Range(0, width).Select(_ => random.NextDouble() - 0.5).ToArray())], width);
    }

    // A·B, where B has a row for each column of A.
    private double[][] Times(double[][] other, int width)
    {
        var product = new double[rows.Count][];
        foreach (var (i, row) in rows.Index())
        {
            product[i] = new double[width];
            foreach (var (place, value) in row.Entries)
                Add(product[i], other[place], value);
        }

        return product;
    }

    // Aᵀ·B, where B has a row for each row of A.
    private double[][] TransposedTimes(double[][] other)
    {
        double[][] product = [.. Enumerable.Range(0, columns).Select(_ => new double[other[0].Length])];
        foreach (var (i, row) in rows.Index())
            foreach (var (place, value) in row.Entries)
                Add(product[place], other[i], value);
        return product;
    }

    // Modified Gram-Schmidt, twice over: once leaves too much of what the iteration made alike.
    private static double[][] Orthonormal(double[][] matrix, int width)
    {
        double[][] vectors = [.. Enumerable.Range(0, width).Select(c => matrix.Select(row => row[c]).ToArray())];
        for (var c = 0; c < width; c++)
        {
            var before = Math.Sqrt(Dot(vectors[c], vectors[c]));
            for (var pass = 0; pass < 2; pass++)
                for (var earlier = 0; earlier < c; earlier++)
                    Add(vectors[c], vectors[earlier], -Dot(vectors[c], vectors[earlier]));
            var norm = Math.Sqrt(Dot(vectors[c], vectors[c]));
            var scale = norm > Negligible * before ? 1 / norm : 0;
            for (var i = 0; i < vectors[c].Length; i++)
                vectors[c][i] *= scale;
        }

        return [.. Enumerable.Range(0, matrix.Length).Select(r => vectors.Select(v => v[r]).ToArray())];
    }

    private static Matrix<double> Gram(double[][] matrix, int width)
    {
        double[][] gram = [.. Enumerable.Range(0, width).Select(_ => new double[width])];
        foreach (var row in matrix)
            for (var i = 0; i < width; i++)
                Add(gram[i], row, row[i]);
        return Matrix<double>.Build.DenseOfRowArrays(gram);
    }

    // The image's own axes, each of length 1: its singular vectors.
    private static float[][] Rotated(double[][] image, Matrix<double> gram, int count)
    {
        var eigen = gram.Evd(Symmetricity.Symmetric);
        var strongest = eigen.EigenValues[^1].Real;
        int[] kept = [.. Enumerable.Range(0, gram.RowCount).Reverse().Where(i => eigen.EigenValues[i].Real > Negligible * strongest).Take(count)];
        double[][] axes = [.. kept.Select(i => eigen.EigenVectors.Column(i).Divide(Math.Sqrt(eigen.EigenValues[i].Real)).ToArray())];
        return [.. image.Select(row => axes.Select(axis => (float)Dot(row, axis)).ToArray())];
    }

    private static void Add(double[] sum, double[] term, double factor)
    {
        for (var i = 0; i < sum.Length; i++)
            sum[i] += factor * term[i];
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
