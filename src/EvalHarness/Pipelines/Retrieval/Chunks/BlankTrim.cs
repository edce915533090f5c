using EvalHarness.Datasets;

namespace EvalHarness.Pipelines.Retrieval.Chunks;

internal static class BlankTrim
{
    /// <summary>The span without the blanks at its ends; of length 0 when it is all blank.</summary>
    public static TextSpan Trimmed(this TextSpan span, string text)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }
}
