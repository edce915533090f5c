using Google.Protobuf;
using Microsoft.ML.Tokenizers;

namespace EvalHarness.Entailment;

/// <summary>A SentencePiece model, with what its reader in Microsoft.ML.Tokenizers 2.0.1 does not give: control pieces by name, and models without a token for beginnings.</summary>
/// <remarks>Source: sentencepiece_model.proto.</remarks>
internal sealed class SentencePieceFile(string path)
{
    private const int Pieces = 1;
    private const int Trainer = 2;
    private const int BosId = 41;

    // trainer_spec { bos_id: 0, bos_piece: "\uE000" }: a later message is merged into an earlier one.
    private static readonly byte[] SomeBeginning = [0x12, 0x09, 0xC8, 0x02, 0x00, 0xF2, 0x02, 0x03, 0xEE, 0x80, 0x80];

    private readonly byte[] bytes = File.ReadAllBytes(path);

    public TextTokenizer Read()
    {
        var (names, hasBeginning) = Scan();
        // T5 has no such token (bos_id: -1), which the reader takes for a place in its table.
        using var stream = new MemoryStream(hasBeginning ? bytes : [.. bytes, .. SomeBeginning]);
        var tokenizer = SentencePieceTokenizer.Create(stream, addBeginningOfSentence: false, addEndOfSentence: false, specialTokens: null);
        return new TextTokenizer(tokenizer, TokenizerFile.Specials(names.Index().Select(n => (n.Item, n.Index))));
    }

    private (List<string> Names, bool HasBeginning) Scan()
    {
        var (names, hasBeginning) = (new List<string>(), true);
        using var input = new CodedInputStream(bytes);
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case Pieces:
                    names.Add(Field(input.ReadBytes(), 1, piece => piece.ReadString()) ?? "");
                    break;
                case Trainer:
                    hasBeginning = Field(input.ReadBytes(), BosId, trainer => (int?)trainer.ReadInt32()) is not < 0;
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return (names, hasBeginning);
    }

    /// <summary>One field of a message; the default when it is not there.</summary>
    private static T? Field<T>(ByteString message, int number, Func<CodedInputStream, T> read)
    {
        using var input = message.CreateCodedInput();
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (WireFormat.GetTagFieldNumber(tag) == number)
                return read(input);
            input.SkipLastField();
        }

        return default;
    }
}
