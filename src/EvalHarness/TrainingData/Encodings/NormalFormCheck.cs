using System.Globalization;
using System.Text;
using EvalHarness.Evaluators.Language;
using EvalHarness.TrainingData.Texts;

namespace EvalHarness.TrainingData.Encodings;

/// <summary>Finds a file in which accented Latin letters are written in both ways: as one character (NFC), or as a letter and a mark (NFD).</summary>
internal sealed class NormalFormCheck : IFileCheck
{
    /// <summary>They have no other way of writing.</summary>
    private const string Undecomposable = "đðħłøıə’ʼ";

    private (int Count, string? First) composed;
    private (int Count, string? First) decomposed;

    public void See(ReadExample example, FindingList findings)
    {
        foreach (var text in example.Texts.Where(t => !Ascii.IsValid(t)))
        {
            if (text.Any(PlainText.IsAccent))
                decomposed = (decomposed.Count + 1, decomposed.First ?? example.Where);
            else if (text.Any(IsComposed))
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

    private static bool IsComposed(char letter) =>
        letter > '\u007F' && char.IsAscii(Accents.Fold(letter)) && !Undecomposable.Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal);
}
