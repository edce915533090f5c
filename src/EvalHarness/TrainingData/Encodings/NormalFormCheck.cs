using System.Globalization;
using System.Text;

namespace EvalHarness.TrainingData.Encodings;

/// <summary>Finds a file in which accented letters are written in both ways: one character (NFC), or a letter and a mark.</summary>
internal sealed class NormalFormCheck : IFileCheck
{
    private (int Count, string? First) composed;
    private (int Count, string? First) decomposed;

    public void See(ReadExample example, FindingList findings)
    {
        foreach (var text in example.Texts.Where(t => !Ascii.IsValid(t)))
        {
            if (!text.IsNormalized(NormalizationForm.FormC))
                decomposed = (decomposed.Count + 1, decomposed.First ?? example.Where);
            else if (!text.IsNormalized(NormalizationForm.FormD))
                composed = (composed.Count + 1, composed.First ?? example.Where);
        }
    }

    public void Finish(FindingList findings)
    {
        if (composed.First is null || decomposed.First is not { } where)
            return;
        var rule = LintRules.MixedForms;
        findings.Add(rule, new LintFinding(rule.Id, rule.Severity, where, string.Create(CultureInfo.InvariantCulture, $"{decomposed.Count:#,0} texts write letters decomposed, {composed.Count:#,0} composed (first at {composed.First})"), rule.Mend));
    }
}
