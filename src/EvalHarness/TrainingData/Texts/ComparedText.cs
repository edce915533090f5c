namespace EvalHarness.TrainingData.Texts;

/// <summary>A question as it is compared: to the letter, in plain words, by shingles. Each form is made when it is first asked for, on one thread.</summary>
internal sealed class ComparedText(string text)
{
    private string? plain;
    private uint[]? shingles;
    private uint[]? signature;

    public string Text { get; } = text.Trim();

    public string Plain => plain ??= PlainText.Of(Text);

    public uint[] Letters => shingles ??= Shingles.Of(Plain);

    public uint[] Signature(MinHash hash) => signature ??= hash.Sign(Letters);
}
