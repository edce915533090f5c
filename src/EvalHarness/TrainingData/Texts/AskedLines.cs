using System.Text.RegularExpressions;

namespace EvalHarness.TrainingData.Texts;

/// <summary>The lines of a longer turn: a question often stands under passages, behind a label.</summary>
internal static partial class AskedLines
{
    /// <summary>Nothing when the text is one line without a label.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var isOne = !text.Contains('\n', StringComparison.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var bare = Label().Replace(line, "");
            if (bare.Length > 0 && (!isOne || bare.Length < line.Length))
                yield return bare;
        }
    }

    [GeneratedRegex(@"^\W*(?:question|query|user|human|customer|input|q)\W*:\W*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();
}
