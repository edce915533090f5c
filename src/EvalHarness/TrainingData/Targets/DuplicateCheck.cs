using System.Globalization;
using EvalHarness.TrainingData.Texts;

namespace EvalHarness.TrainingData.Targets;

/// <summary>Compares examples with each other: equal ones, the same question with another target, questions that are nearly the same.</summary>
/// <remarks>Memory: 1 to 2 KB for each example, the signature and its bands. A question is compared with the first of those that share a band with it.</remarks>
internal sealed class DuplicateCheck(MinHash hash) : IFileCheck
{
    /// <summary>By signature: its error is .03 here.</summary>
    public const double Near = 0.9;

    private readonly Dictionary<ulong, Known> byQuestion = [];
    private readonly SignatureBuckets buckets = new(rows: 8);
    private readonly List<(int Line, uint[] Signature)> signed = [];

    public void See(ReadExample example, FindingList findings)
    {
        var asked = example.Conversation;
        if (asked.Plain.Length == 0)
            return;
        var seen = new Known(example.Example.Line, Mixing.Of(PlainText.Of(example.Example.Target)), Mixing.Of(TargetEssence.Of(example.Target)));
        if (byQuestion.TryAdd(Mixing.Of(asked.Plain), seen))
            SeeNew(example, asked.Signature(hash), findings);
        else
            SeeAgain(example, byQuestion[Mixing.Of(asked.Plain)], seen, findings);
    }

    private static void SeeAgain(ReadExample example, Known first, Known again, FindingList findings)
    {
        var (rule, words) = again switch
        {
            _ when again.Target == first.Target => (LintRules.Duplicate, "the question and the target of"),
            _ when again.Essence != first.Essence => (LintRules.Contradiction, "the question of, and another answer than,"),
            _ => (LintRules.SeveralTargets, "the question of, and other words than,"),
        };
        findings.Add(rule, new LintFinding(rule.Id, rule.Severity, example.Where, string.Create(CultureInfo.InvariantCulture, $"{words} line {first.Line}"), rule.Mend));
    }

    private void SeeNew(ReadExample example, uint[] signature, FindingList findings)
    {
        var near = buckets.Candidates(signature).Select(place => (signed[place].Line, Similarity: MinHash.Similarity(signed[place].Signature, signature))).FirstOrDefault(n => n.Similarity >= Near);
        if (near.Line > 0)
        {
            var rule = LintRules.NearDuplicate;
            findings.Add(rule, new LintFinding(rule.Id, rule.Severity, example.Where, string.Create(CultureInfo.InvariantCulture, $"a question {near.Similarity:.00} like that of line {near.Line}"), rule.Mend, Similarity: Math.Round(near.Similarity, 3)));
            return;
        }

        buckets.Add(signature, signed.Count);
        signed.Add((example.Example.Line, signature));
    }

    private readonly record struct Known(int Line, ulong Target, ulong Essence);
}
