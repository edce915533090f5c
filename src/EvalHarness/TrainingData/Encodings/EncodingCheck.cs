using System.Globalization;
using System.Text.RegularExpressions;

namespace EvalHarness.TrainingData.Encodings;

/// <summary>Looks for text that was read in the wrong encoding, lost letters, and characters that nobody sees.</summary>
internal sealed partial class EncodingCheck : IExampleCheck
{
    public ValueTask<IReadOnlyList<LintFinding>> LookAsync(ReadExample example, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<LintFinding>>([.. example.Texts.Where(t => !System.Text.Ascii.IsValid(t) || t.AsSpan().ContainsAnyInRange('\0', '\u001F')).SelectMany(Faults).Distinct().Select(f => new LintFinding(f.Rule.Id, f.Rule.Severity, example.Where, f.Found, f.Rule.Mend))]);

    private static IEnumerable<(LintRule Rule, string Found)> Faults(string text)
    {
        if (Mojibake().Match(text) is { Success: true } wrong)
            yield return (LintRules.Mojibake, $"\"{Around(text, wrong.Index)}\"");
        if (text.IndexOf('\uFFFD', StringComparison.Ordinal) is var lost and >= 0)
            yield return (LintRules.ReplacementCharacter, $"\"{Around(text, lost)}\"");
        foreach (var unseen in text.Where(IsUnseen).Take(1))
            yield return (LintRules.ControlCharacter, string.Create(CultureInfo.InvariantCulture, $"U+{(int)unseen:X4}"));
    }

    // Controls beside tab and line ends; marks that turn the direction (bidi embeddings, overrides, isolates).
    private static bool IsUnseen(char letter) => letter switch
    {
        '\t' or '\n' or '\r' => false,
        < ' ' or (>= '\u007F' and <= '\u009F') => true,
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => true,
        _ => false,
    };

    private static string Around(string text, int at)
    {
        var start = Math.Max(0, at - 12);
        return string.Concat(text.AsSpan(start, Math.Min(text.Length - start, 30)).ToString().Select(c => char.IsControl(c) ? ' ' : c));
    }

    // What the bytes of é, ’, –, ñ, ö and an emoji become when each is taken for a letter of Windows-1252 or Latin-1.
    [GeneratedRegex(@"[\u00C2\u00C3][\u0080-\u00BF]|\u00C3[\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u2013-\u203A\u20AC\u2122]|\u00E2\u20AC[\u0080-\u00BF\u0153\u0161\u0178\u2018-\u203A\u2122\u02DC]|\u00EF\u00BB\u00BF|\u00F0\u0178", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mojibake();
}
