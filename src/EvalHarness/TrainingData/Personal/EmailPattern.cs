using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace EvalHarness.TrainingData.Personal;

/// <summary>E-mail addresses of persons: not those of reserved domains (RFC 2606, RFC 6761), nor of a post (support@).</summary>
internal sealed partial class EmailPattern : IPersonalPattern
{
    private static readonly FrozenSet<string> Reserved = new[] { "example", "test", "invalid", "localhost", "local" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Posts = new[]
    {
        "support", "info", "help", "sales", "contact", "hello", "office", "admin", "service", "billing", "privacy", "security", "legal", "press", "jobs", "team",
        "noreply", "no-reply", "donotreply", "postmaster", "webmaster", "abuse", "feedback", "accounts", "invoices", "orders",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<PersonalDatum> Find(string text)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
            yield break;
        foreach (Match match in Address().Matches(text))
        {
            var (name, domain) = (match.Groups["name"].Value, match.Groups["domain"].Value);
            if (!IsReserved(domain) && !Posts.Contains(name))
                yield return new PersonalDatum(LintRules.PersonalEmail, $"{name[0]}…@{domain}");
        }
    }

    private static bool IsReserved(string domain)
    {
        var labels = domain.Split('.');
        return Reserved.Contains(labels[^1]) || (labels.Length > 1 && labels[^2].Equals("example", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9._%+-])(?<name>[A-Za-z0-9][A-Za-z0-9._%+-]{0,63})@(?<domain>[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.[A-Za-z]{2,24})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
