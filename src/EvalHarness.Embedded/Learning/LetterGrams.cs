namespace EvalHarness.Embedded.Learning;

/// <summary>The runs of four letters in a text: alike for texts with slips and other forms of a word.</summary>
internal static class LetterGrams
{
    private const int Length = 4;

    public static IReadOnlyList<string> Of(string text)
    {
        var letters = string.Join(' ', new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return [.. Enumerable.Range(0, Math.Max(0, letters.Length - Length + 1)).Select(i => letters.Substring(i, Length))];
    }
}
