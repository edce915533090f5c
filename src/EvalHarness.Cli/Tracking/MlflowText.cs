using System.Globalization;
using System.Text;

namespace EvalHarness.Cli.Tracking;

/// <summary>Texts as MLflow takes them: its server refuses other letters in keys, and longer values.</summary>
/// <remarks>Source: mlflow/utils/validation.py of MLflow 2.8, whose limits later versions widen.</remarks>
internal static class MlflowText
{
    /// <summary>Characters of a key.</summary>
    public const int LongestKey = 250;

    public const int LongestParameter = 6000;

    public const int LongestTag = 5000;

    /// <summary><c>pass^k</c> and <c>pass@k</c> stay apart, and a quantile stands below its metric: <c>latency-service-ms/p95</c>.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var letter in text)
            key.Append(letter switch
            {
                '@' => "_at_",
                '^' => "_hat_",
                ':' => "/",
                '_' or '-' or '.' or ' ' or '/' => letter.ToString(),
                _ when char.IsLetterOrDigit(letter) => letter.ToString(),
                _ => string.Create(CultureInfo.InvariantCulture, $"_x{(int)letter:x}"),
            });
        return Cut(key.ToString(), LongestKey);
    }

    public static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
