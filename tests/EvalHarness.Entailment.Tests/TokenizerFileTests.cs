using EvalHarness.Inputs;

namespace EvalHarness.Entailment.Tests;

public sealed class TokenizerFileTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Set_up() => folder = new TemporaryFolder();

    [TearDown]
    public void Tear_down() => folder.Dispose();

    [Test]
    public void Vocab_txt_is_read_as_WordPiece()
    {
        var tokenizer = TokenizerFile.Read(folder.Write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\nreset\nlink\n##s\n"), lowercase: true);

        Assert.That(tokenizer.Encode("Reset links x"), Is.EqualTo(new[] { 4, 5, 6, 1 }));
        Assert.That((tokenizer.Special("[CLS]"), tokenizer.Special("[SEP]"), tokenizer.Padding), Is.EqualTo(((int?)2, (int?)3, 0)));
        Assert.That(tokenizer.Pair, Is.EqualTo("[CLS] {premise} [SEP] {claim} [SEP]"));
    }

    [Test]
    public void Tokenizer_json_of_WordPiece_says_itself_whether_it_is_cased()
    {
        const string Json = """
            {
              "added_tokens": [{ "id": 0, "content": "[PAD]" }, { "id": 2, "content": "[CLS]" }],
              "normalizer": { "type": "BertNormalizer", "lowercase": false, "strip_accents": null },
              "model": { "type": "WordPiece", "unk_token": "[UNK]", "vocab": { "[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "Reset": 4, "link": 6 } }
            }
            """;

        var tokenizer = TokenizerFile.Read(folder.Write("tokenizer.json", Json), lowercase: true);

        Assert.That(tokenizer.Encode("Reset link reset"), Is.EqualTo(new[] { 4, 6, 1 }));
    }

    [TestCase("""["l o", "lo w"]""")]
    [TestCase("""[["l", "o"], ["lo", "w"]]""")]
    public void Tokenizer_json_of_BPE_is_read_over_bytes(string merges)
    {
        var json = $$"""
            {
              "added_tokens": [{ "id": 0, "content": "<s>" }, { "id": 1, "content": "<pad>" }, { "id": 2, "content": "</s>" }],
              "model": { "type": "BPE", "vocab": { "<s>": 0, "<pad>": 1, "</s>": 2, "l": 3, "o": 4, "w": 5, "lo": 6, "low": 7, "Ġ": 8, "Ã": 9, "¼": 10 }, "merges": {{merges}} }
            }
            """;

        var tokenizer = TokenizerFile.Read(folder.Write("tokenizer.json", json), lowercase: true);

        Assert.That(tokenizer.Encode("low lo"), Is.EqualTo(new[] { 7, 8, 6 }));
        Assert.That(tokenizer.Encode("ü"), Is.EqualTo(new[] { 9, 10 }));
        Assert.That(tokenizer.Encode("</s>"), Does.Not.Contain(2));
        Assert.That((tokenizer.Pair, tokenizer.Padding), Is.EqualTo(("<s> {premise} </s> </s> {claim} </s>", 1)));
    }

    [Test]
    public void A_SentencePiece_model_is_read()
    {
        var tokenizer = TokenizerFile.Read(folder.Write("spiece.model", SentencePieceModel.Write("<pad>", "</s>", "<unk>", "▁reset", "▁link", "s", "▁", "r", "e", "t", "l", "i", "n", "k")), lowercase: true);

        Assert.That(tokenizer.Encode("reset links"), Is.EqualTo(new[] { 3, 4, 5 }));
        Assert.That((tokenizer.Special("</s>"), tokenizer.Pair), Is.EqualTo(((int?)1, (string?)null)));
        Assert.That(tokenizer.Encode("reset</s>"), Does.Not.Contain(1));
    }

    [Test]
    public void Control_pieces_of_a_SentencePiece_model_are_special_tokens_whatever_they_are_for()
    {
        var tokenizer = TokenizerFile.Read(folder.Write("spm.model", SentencePieceModel.Write("[PAD]", "[CLS]", "[SEP]", "<unk>", "▁reset")), lowercase: true);

        Assert.That((tokenizer.Special("[CLS]"), tokenizer.Special("[SEP]"), tokenizer.Pair), Is.EqualTo(((int?)1, (int?)2, "[CLS] {premise} [SEP] {claim} [SEP]")));
        Assert.That(tokenizer.Encode("reset [SEP]"), Does.Not.Contain(2));
    }

    [Test]
    public void A_pair_may_be_a_prompt()
    {
        var tokenizer = TokenizerFile.Read(folder.Write("spiece.model", SentencePieceModel.Write("<pad>", "</s>", "<unk>", "▁reset", "▁link", "▁predict", ":", "▁")), lowercase: true);

        var input = new PairPattern("predict: {premise} </s> {claim} </s>", tokenizer).Fill([3], [4], []);

        Assert.That(input.Ids, Is.EqualTo(new[] { 5, 6, 3, 1, 4, 1 }));
        Assert.That(input.Second, Is.EqualTo(4));
    }

    [TestCase("tokenizer.json", """{ "model": { "type": "Unigram", "vocab": [] } }""", "its model is 'Unigram'; a SentencePiece model of the same tokenizer is what is read here")]
    [TestCase("tokenizer.json", "{ not json", "the tokenizer cannot be read")]
    [TestCase("tokenizer.json", "{}", "the tokenizer cannot be read")]
    [TestCase("spiece.model", "no model", "the tokenizer cannot be read")]
    [TestCase("vocab.txt", "a\nb", "the tokenizer cannot be read")]
    [TestCase("tokenizer.bin", "", "'.bin' is the ending of no tokenizer that is known here")]
    public void A_tokenizer_that_cannot_be_read_is_told_with_what_can(string name, string text, string found)
    {
        Assert.That(() => TokenizerFile.Read(folder.Write(name, text), lowercase: true), Throws.TypeOf<InputException>().With.Message.Contains(found).And.Message.Contains("Give tokenizer.json of a WordPiece or BPE tokenizer"));
    }
}
