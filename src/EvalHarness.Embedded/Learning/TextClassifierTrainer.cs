using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace EvalHarness.Embedded.Learning;

/// <summary>Fits text classifiers with ML.NET's SDCA, seeded and on one thread: the same rows give the same weights.</summary>
internal sealed class TextClassifierTrainer(int seed)
{
    // A feature of a single example tells nothing of others.
    private const int LeastExamples = 2;
    private const int Passes = 40;

    public TextClassifier Fit(IReadOnlyList<(IReadOnlyCollection<string> Features, string Class)> rows)
    {
        var classes = rows.Select(r => r.Class).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var vocabulary = Vocabulary(rows.Select(r => r.Features));
        if (classes.Length < 2 || vocabulary.Count == 0)
            return new TextClassifier(classes, new float[classes.Length], []);

        var ml = new MLContext(seed);
        var data = ml.Data.LoadFromEnumerable(rows.Select(r => Row(r.Features, vocabulary, Array.IndexOf(classes, r.Class))), Schema(vocabulary.Count, classes.Length));
        var model = ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options
        {
            NumberOfThreads = 1,
            MaximumNumberOfIterations = Passes,
            L1Regularization = 0,
            L2Regularization = 1e-4f,
        }).Fit(ml.Data.Cache(data)).Model;
        return Read(model, classes, vocabulary);
    }

    private static SortedDictionary<string, int> Vocabulary(IEnumerable<IReadOnlyCollection<string>> rows)
    {
        var kept = rows.SelectMany(f => f).CountBy(f => f, StringComparer.Ordinal).Where(f => f.Value >= LeastExamples).Select(f => f.Key).Order(StringComparer.Ordinal);
        var vocabulary = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var feature in kept)
            vocabulary.Add(feature, vocabulary.Count);
        return vocabulary;
    }

    private static ClassRow Row(IReadOnlyCollection<string> features, SortedDictionary<string, int> vocabulary, int label)
    {
        var indices = features.Where(vocabulary.ContainsKey).Select(f => vocabulary[f]).Order().ToArray();
        var values = Enumerable.Repeat(TextFeatures.Value(indices.Length), indices.Length).ToArray();
        return new ClassRow { Label = (uint)label, Features = new VBuffer<float>(vocabulary.Count, indices.Length, values, indices) };
    }

    private static SchemaDefinition Schema(int features, int classes)
    {
        var schema = SchemaDefinition.Create(typeof(ClassRow));
        schema[nameof(ClassRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        schema[nameof(ClassRow.Label)].ColumnType = new KeyDataViewType(typeof(uint), classes);
        return schema;
    }

    private static TextClassifier Read(MaximumEntropyModelParameters model, string[] classes, SortedDictionary<string, int> vocabulary)
    {
        VBuffer<float>[] weights = [];
        model.GetWeights(ref weights, out var count);
        var dense = weights.Take(count).Select(w => w.DenseValues().ToArray()).ToArray();
        return new TextClassifier(classes, [.. model.GetBiases()], vocabulary.ToDictionary(f => f.Key, f => dense.Select(d => d[f.Value]).ToArray(), StringComparer.Ordinal));
    }

    /// <summary>A row as ML.NET reads it; the label counts from 0.</summary>
    private sealed class ClassRow
    {
        public uint Label { get; init; }

        public VBuffer<float> Features { get; init; }
    }
}
