using System.Text.RegularExpressions;
using EvalHarness.Inputs;

namespace EvalHarness.Providers.Endpoints;

/// <summary>Makes one short line of what an endpoint said, without the secrets that it was told and without what looks like one.</summary>
internal sealed partial class Redactor(IReadOnlyList<string> secrets)
{
    private const int Longest = 300;

    private readonly SecretMask mask = new(secrets);

    public string Line(string text)
    {
        var line = Space().Replace(KeyLike().Replace(mask.Apply(text), "***"), " ").Trim();
        return line.Length <= Longest ? line : $"{line[..EndOf(line)]}…";
    }

    private static int EndOf(string line) => char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1;

    [GeneratedRegex(@"\b(sk|pk|rk|gsk|xai|hf)[-_][\w*.-]{8,}|(?<=\b(Bearer|Basic)\s+)[\w.~+/=*-]{8,}|(?<=[?&](api[-_]?key|key|token|sig)=)[^&\s""]+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex KeyLike();

    [GeneratedRegex(@"[\s\p{Cc}\p{Cf}]+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
