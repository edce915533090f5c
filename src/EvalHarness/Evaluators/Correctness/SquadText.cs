using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>SQuAD's normalisation: lower case, no ASCII punctuation, no articles, single spaces.</summary>
/// <remarks>Source: Rajpurkar et al. 2018, arXiv:1806.03822, official evaluation script.</remarks>
internal static partial class SquadText
{
    public static string Normalize(string text)
    {
        var plain = new string([.. text.ToLowerInvariant().Where(c => !IsPunctuation(c))]);
        return string.Join(' ', Tokens(Article().Replace(plain, " ")));
    }

    public static string[] Tokens(string normalized) => normalized.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsPunctuation(char c) => c < 128 && (char.IsPunctuation(c) || char.IsSymbol(c));

    [GeneratedRegex(@"\b(?:a|an|the)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Article();
}
