namespace EvalHarness.Entailment.Tests;

/// <summary>A small Unigram model of SentencePiece.</summary>
/// <remarks>Source: sentencepiece_model.proto.</remarks>
internal static class SentencePieceModel
{
    private const int Normal = 1;
    private const int Unknown = 2;
    private const int Control = 3;

    /// <param name="pieces">Each at its number, padding and end first; the longer, the likelier. As in T5 there is no token for beginnings.</param>
    public static byte[] Write(params string[] pieces)
    {
        var trainer = new Protobuf().Number(3, 1).Number(40, Array.IndexOf(pieces, "<unk>")).Number(41, -1).Number(42, 1).Number(43, 0)
            .Text(45, "<unk>").Text(46, "<s>").Text(47, pieces[1]).Text(48, pieces[0]);
        var normalizer = new Protobuf().Text(1, "identity").Number(3, 1).Number(4, 1).Number(5, 1);
        return new Protobuf().Messages(1, pieces.Select(Piece)).Message(2, trainer).Message(3, normalizer).ToArray();
    }

    private static Protobuf Piece(string piece)
    {
        var kind = piece switch { "<unk>" => Unknown, ['<' or '[', ..] => Control, _ => Normal };
        return new Protobuf().Text(1, piece).Float(2, kind == Normal ? -10f / piece.Length : 0).Number(3, kind);
    }
}
