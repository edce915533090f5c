using EvalHarness.Embedded.Text;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval.Vectors;

namespace EvalHarness.Embedded.Retrieval.Embeddings;

/// <summary>What latent semantic analysis learnt of a corpus: terms that occur together point the same way.</summary>
/// <remarks>Source: Deerwester et al. 1990, Indexing by Latent Semantic Analysis; tf-idf weights, truncated SVD, texts folded in.</remarks>
/// <param name="Directions">For each term its place in every dimension.</param>
internal sealed record LsaModel(TermWeights Weights, float[][] Directions)
{
    public const string Version = "lsa/1";

    private const int Seed = 20261123;

    /// <exception cref="InputException">No text has a word that counts.</exception>
    public static LsaModel Learn(IReadOnlyList<string> texts, int dimensions)
    {
        IReadOnlyList<string>[] terms = [.. texts.Select(EnglishTerms.Of)];
        var weights = TermWeights.Of(terms);
        if (weights.Terms.Count == 0)
            throw new InputException(new InputProblem("retrieval.embedder", "the corpus has no word to learn from", "Choose char-ngrams, or check the corpus."));
        var svd = new RandomisedSvd([.. terms.Select(weights.Weigh)], weights.Terms.Count, Seed);
        return new LsaModel(weights, svd.RightVectors(dimensions));
    }

    /// <summary>Of length 1; all 0 when the corpus has none of the text's terms.</summary>
    public float[] Embed(string text)
    {
        var vector = new float[Directions[0].Length];
        foreach (var (place, value) in Weights.Weigh(text).Entries)
            for (var i = 0; i < vector.Length; i++)
                vector[i] += (float)value * Directions[place][i];
        return UnitVector.Of(vector) ?? vector;
    }
}
