using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace EvalHarness.Schemas;

/// <summary>How texts of the formats of draft 2020-12 are written. Not known: idn-email, idn-hostname, iri, iri-reference, uri-template; what punycode stands for in a host name is not looked at.</summary>
internal static partial class TextFormats
{
    private static readonly FrozenDictionary<string, Predicate<string>> Known = new Dictionary<string, Predicate<string>>
    {
        ["date"] = IsDate,
        ["time"] = IsTime,
        ["date-time"] = text => text.Length > 11 && text[10] is 'T' or 't' && IsDate(text[..10]) && IsTime(text[11..]),
        ["duration"] = text => Duration().IsMatch(text),
        ["email"] = text => Email().IsMatch(text),
        ["hostname"] = IsHostName,
        ["ipv4"] = text => Ip4().IsMatch(text),
        ["ipv6"] = text => Ip6().IsMatch(text) && (!text.Contains('.') || Ip4().IsMatch(text[(text.LastIndexOf(':') + 1)..])) && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6,
        ["uri"] = text => Uri().IsMatch(text),
        ["uri-reference"] = text => Uri().IsMatch(text) || RelativeReference().IsMatch(text),
        ["uuid"] = text => Uuid().IsMatch(text),
        ["json-pointer"] = text => Pointer().IsMatch(text),
        ["relative-json-pointer"] = text => RelativePointer().IsMatch(text),
        ["regex"] = IsRegex,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a text is written in the format; nothing for a format that is not known.</summary>
    public static Predicate<string>? Find(string format) => Known.GetValueOrDefault(format);

    private static bool IsDate(string text) =>
        Date().IsMatch(text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // A leap second is the last second of a day in Greenwich.
    private static bool IsTime(string text)
    {
        if (Time().Match(text) is not { Success: true } time)
            return false;
        int Number(string name) => time.Groups[name].Success ? int.Parse(time.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
        var offset = ((Number("oh") * 60) + Number("om")) * (time.Groups["sign"].Value == "-" ? -1 : 1);
        if (Number("h") > 23 || Number("m") > 59 || Number("oh") > 23 || Number("om") > 59)
            return false;
        var minute = ((Number("h") * 60) + Number("m") - offset + 2880) % 1440;
        return Number("s") < 60 || (Number("s") == 60 && minute == 1439);
    }

    private static bool IsHostName(string text) => text.Length is > 0 and <= 253 && text.Split('.').All(l => HostLabel().IsMatch(l) && (l.Length < 4 || l[2..4] != "--" || l.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)));

    private static bool IsRegex(string text)
    {
        try
        {
            EcmaPattern.Compile(text, "");
            return true;
        }
        catch (SchemaException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.None, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"\A(?<h>[0-9]{2}):(?<m>[0-9]{2}):(?<s>[0-9]{2})(?:\.[0-9]+)?(?:[zZ]|(?<sign>[+-])(?<oh>[0-9]{2}):(?<om>[0-9]{2}))\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"\AP(?:[0-9]+W|(?=[0-9T])(?:[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)?(?:T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S))?)\z", RegexOptions.None, 1000)]
    private static partial Regex Duration();

    [GeneratedRegex("""\A(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*|"(?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*")@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*|\[(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\.(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}|IPv6:[0-9A-Fa-f:.]+)\])\z""", RegexOptions.None, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"\A[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z", RegexOptions.None, 1000)]
    private static partial Regex HostLabel();

    [GeneratedRegex(@"\A(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}\z", RegexOptions.None, 1000)]
    private static partial Regex Ip4();

    [GeneratedRegex(@"\A[0-9A-Fa-f:]+(?:(?<=:)[0-9]{1,3}(?:\.[0-9]{1,3}){3})?\z", RegexOptions.None, 1000)]
    private static partial Regex Ip6();

    [GeneratedRegex("""\A[A-Za-z][A-Za-z0-9+.-]*:(?://(?:[A-Za-z0-9._~!$&'()*+,;=:%-]*@)?(?:\[[0-9A-Fa-f:.]+\]|(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)(?::[0-9]*)?(?=[/?#]|\z)|(?!//))(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?\z""", RegexOptions.None, 1000)]
    private static partial Regex Uri();

    // Its first segment has no colon, or it would be a scheme.
    [GeneratedRegex("""\A(?://(?:[A-Za-z0-9._~!$&'()*+,;=:%-]*@)?(?:\[[0-9A-Fa-f:.]+\]|(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)(?::[0-9]*)?(?=[/?#]|\z)|(?!//)(?![^/?#]*:))(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?\z""", RegexOptions.None, 1000)]
    private static partial Regex RelativeReference();

    [GeneratedRegex(@"\A[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\z", RegexOptions.None, 1000)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"\A(?:/(?:[^~/]|~[01])*)*\z", RegexOptions.None, 1000)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"\A(?:0|[1-9][0-9]*)(?:#|(?:/(?:[^~/]|~[01])*)*)\z", RegexOptions.None, 1000)]
    private static partial Regex RelativePointer();
}
