using System.Globalization;
using System.Text;
using System.Xml;
using EvalHarness.Gates;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Reports.JUnit;

/// <summary>A verdict as a test report, <c>junit.xml</c>: a case per line of the policy.</summary>
/// <remarks>Only what passes is green: an open line is a failure of type <c>inconclusive</c>, an invalid one an error; what is only told is skipped.</remarks>
public static class GateJUnit
{
    public static string Text(GateResult result)
    {
        StringBuilder text = new();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuites");
            WriteSuite(xml, result, result.Runs[0].Experiment, [Whole(result)]);
            foreach (var experiment in result.Lines.GroupBy(l => l.Experiment, StringComparer.Ordinal))
                WriteSuite(xml, result, experiment.Key, [.. experiment]);
            xml.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    // Lines that are all told would look green, whatever the verdict.
    private static GateLine Whole(GateResult result) => new()
    {
        Experiment = result.Runs[0].Experiment,
        Metric = "verdict",
        Slice = Comparisons.Slice.All,
        Role = "verdict",
        Outcome = result.Verdict switch { Verdict.Promote => LineOutcome.Pass, Verdict.Inconclusive => LineOutcome.Inconclusive, Verdict.Reject => LineOutcome.Fail, _ => LineOutcome.Invalid },
        Why = $"{VerdictWords.Of(result.Verdict)}: {result.Why}",
    };

    private static void WriteSuite(XmlWriter xml, GateResult result, string experiment, IReadOnlyList<GateLine> lines)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Printable($"gate {result.Policy}: {experiment}"));
        xml.WriteAttributeString("tests", Count(lines.Count));
        xml.WriteAttributeString("failures", Count(lines.Count(l => l.Outcome is LineOutcome.Fail or LineOutcome.Inconclusive)));
        xml.WriteAttributeString("errors", Count(lines.Count(l => l.Outcome is LineOutcome.Invalid)));
        xml.WriteAttributeString("skipped", Count(lines.Count(l => l.Outcome is LineOutcome.Told)));
        xml.WriteAttributeString("timestamp", result.DecidedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        foreach (var line in lines)
            WriteCase(xml, line);
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, GateLine line)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Printable($"{line.Experiment}.{line.Role}"));
        xml.WriteAttributeString("name", Printable(VerdictWords.Subject(line, several: false)));
        xml.WriteAttributeString("time", "0");
        if (line.Outcome is LineOutcome.Fail or LineOutcome.Inconclusive)
            WriteOutcome(xml, "failure", line);
        else if (line.Outcome is LineOutcome.Invalid)
            WriteOutcome(xml, "error", line);
        else if (line.Outcome is LineOutcome.Told)
            WriteOutcome(xml, "skipped", line);
        xml.WriteElementString("system-out", Printable(VerdictWords.Scorer(line) is { } scorer ? $"{line.Why}\n{scorer}" : line.Why));
        xml.WriteEndElement();
    }

    private static void WriteOutcome(XmlWriter xml, string name, GateLine line)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("message", Printable(line.Why));
        if (name != "skipped")
            xml.WriteAttributeString("type", line.Outcome.ToString().ToLowerInvariant());
        xml.WriteEndElement();
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    // XML 1.0 has no place for most control characters, not even escaped.
    private static string Printable(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || (r.Value != 0xFFFD && XmlConvert.IsXmlChar((char)r.Value))));
}
