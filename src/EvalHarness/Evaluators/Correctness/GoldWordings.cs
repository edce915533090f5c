using System.Buffers;
using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>What a gold answer as people write it asks for: any of several wordings, without what only explains it.</summary>
internal static partial class GoldWordings
{
    // "macOS 12 or later; Helper 4.2 or later" is one thing.
    private static readonly SearchValues<char> NoAlternatives = SearchValues.Create(",;:0123456789");

    private const int MostWordsOfAlternative = 5;
    private const int MostWordsOfAll = 12;
    private const int MostWordsOfHead = 3;
    private const int MostWordsOfPlace = 3;

    /// <summary>
    /// <c>Orange (film)</c> asks for <c>Orange</c>; <c>chin or throat</c> for either; <c>Robert Kennedy, who was the Attorney General</c> for <c>Robert Kennedy</c>; <c>Greenock, Scotland</c> for <c>Greenock</c>.
    /// </summary>
    public static IReadOnlyList<string> Of(string gold)
    {
        var bare = Parenthesis().Replace(gold, " ").Trim(' ', '"', '.', '…');
        var whole = Words(bare) > 0 ? bare : gold;
        // A yes or no belongs to what follows it.
        if (Polarity.Lead(new ReadText(whole)) is not null)
            return [whole];
        if (Place(whole) is { } place)
            return [place];
        List<string> wordings = [whole];
        if (!whole.AsSpan().ContainsAny(NoAlternatives) && Words(whole) <= MostWordsOfAll && Alternative().Split(whole) is { Length: > 1 } parts && Array.TrueForAll(parts, p => Words(p) is > 0 and <= MostWordsOfAlternative))
            wordings.AddRange(parts);
        if (Accepted().Match(gold) is { Success: true } accepted)
            wordings.AddRange(Alternative().Split(accepted.Groups["other"].Value).Where(p => Words(p) > 0));
        if (Head().Match(whole) is { Success: true } head && IsName(head.Groups["head"].Value))
            wordings.Add(head.Groups["head"].Value);
        return wordings;
    }

    /// <summary>What stands before the commas of a name with its place; nothing for lists and sentences.</summary>
    private static string? Place(string gold)
    {
        var parts = gold.Split(", ");
        return parts.Length is 2 or 3 && Array.TrueForAll(parts, p => p.Length > 0 && char.IsUpper(p[0]) && Words(p) <= MostWordsOfPlace && !p.Contains(" and ", StringComparison.Ordinal) && !p.StartsWith("And ", StringComparison.OrdinalIgnoreCase))
            ? parts[0]
            : null;
    }

    /// <summary>Few words, all those of content with a capital: <c>In Mississippi</c>.</summary>
    private static bool IsName(string head)
    {
        ReadText read = new(head);
        var content = Enumerable.Range(0, read.Words.Count).Where(i => read.Words[i].IsContent).ToList();
        return read.Words.Count <= MostWordsOfHead && content.Count > 0 && content.TrueForAll(read.IsCapital);
    }

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit));

    // What has a number in it says something, but for the place of a quotation and the years of a reign.
    [GeneratedRegex(@"\((?:[^()\d]*|\D{0,20}\d{1,3}:[\d\s,–-]+|\d{4}\s*[–-]\s*\d{2,4})\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"\s+or\s+(?!(?:later|more|less|fewer|newer|older|earlier|above|below|higher|lower|so|not)\b)|\s+/\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alternative();

    [GeneratedRegex(@"(?:\(|\)\s*)accept:?\s+(?<other>[^()]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Accepted();

    [GeneratedRegex(
        @"^(?<head>[^,.;:]{2,60}?)(?:,\s+(?:who|which|as|when|where|because|in|with|at|on|an?|the)\b|\.\s+\p{Lu}|:\s|\s+[-–—]\s)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Head();
}
