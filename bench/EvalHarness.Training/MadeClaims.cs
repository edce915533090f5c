using System.Text.RegularExpressions;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Groundedness.Records;
using EvalHarness.Evaluators.Language;
using EvalHarness.Statistics;

namespace EvalHarness.Training;

/// <summary>Claims made from a context's own sentences: shortened ones, which stay true, and spoilt ones (another name, another number, a negation, the beginning of one sentence with the end of another), which do not.</summary>
/// <remarks>Source: the transformations of FactCC, Kryściński et al. 2020, arXiv:1910.12840, section 3.1.</remarks>
internal static partial class MadeClaims
{
    private const int LeastWords = 8;
    private const int MostWords = 40;

    public static IEnumerable<(string Claim, bool IsTrue, string Kind)> From(string context, int seed, int count)
    {
        if (RecordReader.IsRecord(context))
            yield break;
        var random = new SeededRandom(seed, "made-claims");
        var sentences = SentenceSplitter.Split(context).Select(s => context[s.Start..s.End].Replace('\n', ' ')).Where(IsUsable).Distinct(StringComparer.Ordinal).ToList();
        if (sentences.Count < 3)
            yield break;
        for (var i = 0; i < count; i++)
        {
            var sentence = sentences[random.Next(sentences.Count)];
            var other = sentences[random.Next(sentences.Count)];
            yield return (Shorten(sentence, random), true, "shortened");
            if (Spoil(sentence, other, sentences, random) is { } spoilt)
                yield return (spoilt.Text, false, spoilt.Kind);
        }
    }

    private static bool IsUsable(string sentence) => WordReader.Read(sentence).Count is >= LeastWords and <= MostWords && ClaimSplitter.Statements(sentence).Any(s => s.Claims.Count > 0);

    /// <summary>Without what stands between two commas or brackets, or without what follows a joint.</summary>
    private static string Shorten(string sentence, SeededRandom random)
    {
        var shorter = Aside().Replace(sentence, " ", 1);
        if (random.Next(2) == 0 && Cut(shorter, random) is { } cut && Words(cut.Before) >= LeastWords - 2)
            shorter = cut.Before + ".";
        return shorter;
    }

    private static (string Text, string Kind)? Spoil(string sentence, string other, List<string> all, SeededRandom random) => random.Next(6) switch
    {
        0 => SwapName(sentence, all, random) is { } swapped ? (swapped, "name") : null,
        1 => SwapNumber(sentence, all, random) is { } swapped ? (swapped, "number") : null,
        2 => Negate(sentence) is { } negated ? (negated, "negation") : null,
        _ => Fuse(sentence, other, random) is { } fused ? (fused, "fusion") : null,
    };

    private static string? Fuse(string sentence, string other, SeededRandom random)
    {
        if (sentence == other || Cut(sentence, random) is not { } mine || Cut(other, random) is not { } theirs || Words(mine.Before) < 4 || Words(theirs.After) < 3)
            return null;
        return mine.Before + theirs.Joint + theirs.After;
    }

    private static (string Before, string Joint, string After)? Cut(string sentence, SeededRandom random)
    {
        var joints = Joint().Matches(sentence).Where(m => m.Index > 15 && m.Index + m.Length < sentence.Length - 12).ToList();
        if (joints.Count == 0)
            return null;
        var joint = joints[random.Next(joints.Count)];
        return (sentence[..joint.Index], joint.Value, sentence[(joint.Index + joint.Length)..]);
    }

    private static string? SwapName(string sentence, List<string> all, SeededRandom random)
    {
        var mine = Name().Matches(sentence).Select(m => m.Value).ToList();
        var others = all.SelectMany(s => Name().Matches(s).Select(m => m.Value)).Where(n => !sentence.Contains(n, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        if (mine.Count == 0 || others.Count == 0)
            return null;
        return sentence.Replace(mine[random.Next(mine.Count)], others[random.Next(others.Count)], StringComparison.Ordinal);
    }

    private static string? SwapNumber(string sentence, List<string> all, SeededRandom random)
    {
        var mine = Number().Matches(sentence).Select(m => m.Value).ToList();
        if (mine.Count == 0)
            return null;
        var number = mine[random.Next(mine.Count)];
        var others = all.SelectMany(s => Number().Matches(s).Select(m => m.Value)).Where(n => n != number && n.Length == number.Length).Distinct(StringComparer.Ordinal).ToList();
        var last = number[^1] == '9' ? '1' : (char)(number[^1] + 1);
        var another = others.Count > 0 && random.Next(2) == 0 ? others[random.Next(others.Count)] : number[..^1] + last;
        return new Regex(@"\b" + Regex.Escape(number) + @"\b", RegexOptions.None, TimeSpan.FromSeconds(1)).Replace(sentence, another, 1);
    }

    private static string? Negate(string sentence)
    {
        var verb = Verb().Match(sentence);
        return verb.Success ? sentence[..(verb.Index + verb.Length)] + " not" + sentence[(verb.Index + verb.Length)..] : null;
    }

    private static int Words(string text) => WordReader.Read(text).Count;

    [GeneratedRegex(@"\s*\([^()]{3,80}\)|,(?! and| or)[^,;]{5,60},", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Aside();

    [GeneratedRegex(@",? (?:and|but|which|who|while|because|when|where|after|before|with|for|by|from|in|at|on|as|to|that|during|is|are|was|were|has|have|had|will|can) |, ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joint();

    [GeneratedRegex(@"(?<=\w[^.!?:]? )[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\b\d{1,4}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<= )(?:is|are|was|were|can|could|will|would|should|has|have|had|may|must)(?= )(?! not)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Verb();
}
