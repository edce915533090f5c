using System.Globalization;

namespace EvalHarness.Schemas;

/// <summary>Looks for text that JSON can write and no string can hold.</summary>
public static class JsonEscapes
{
    /// <summary>Whether an escape writes one half of a surrogate pair without the other: reading such text as a string throws.</summary>
    public static bool HasLoneSurrogate(ReadOnlySpan<byte> json)
    {
        while (json.IndexOf((byte)'\\') is var at and >= 0)
        {
            json = json[at..];
            if (CodeUnit(json) is not { } unit || !char.IsSurrogate(unit))
                json = json[Math.Min(2, json.Length)..];
            else if (char.IsHighSurrogate(unit) && CodeUnit(json[6..]) is { } next && char.IsLowSurrogate(next))
                json = json[12..];
            else
                return true;
        }

        return false;
    }

    private static char? CodeUnit(ReadOnlySpan<byte> escape) =>
        escape.Length >= 6 && escape[0] == '\\' && escape[1] == 'u' && ushort.TryParse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
