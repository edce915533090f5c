using System.Runtime.InteropServices;

namespace EvalHarness.Embedded.Retrieval.Embeddings;

/// <summary>An LSA model as bytes: the counts, then term by term its text, its idf and its directions.</summary>
internal static class LsaModelBytes
{
    public static byte[] Write(LsaModel model)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(model.Weights.Terms.Count);
        writer.Write(model.Directions[0].Length);
        foreach (var (i, term) in model.Weights.Terms.Index())
        {
            writer.Write(term);
            writer.Write(model.Weights.Idf[i]);
            writer.Write(MemoryMarshal.AsBytes<float>(model.Directions[i]));
        }

        return stream.ToArray();
    }

    public static LsaModel Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var (count, dimensions) = (reader.ReadInt32(), reader.ReadInt32());
        var (terms, idf, directions) = (new string[count], new float[count], new float[count][]);
        for (var i = 0; i < count; i++)
        {
            (terms[i], idf[i]) = (reader.ReadString(), reader.ReadSingle());
            directions[i] = MemoryMarshal.Cast<byte, float>(reader.ReadBytes(dimensions * sizeof(float))).ToArray();
        }

        return new LsaModel(new TermWeights(terms, idf), directions);
    }
}
