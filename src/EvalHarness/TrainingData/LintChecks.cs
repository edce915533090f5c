using EvalHarness.Diagnosis;
using EvalHarness.Schemas;
using EvalHarness.TrainingData.Encodings;
using EvalHarness.TrainingData.Leaks;
using EvalHarness.TrainingData.Personal;
using EvalHarness.TrainingData.Targets;
using EvalHarness.TrainingData.Texts;

namespace EvalHarness.TrainingData;

/// <summary>The checks that a request has everything for, and why others are left out.</summary>
internal sealed class LintChecks
{
    private const string NoCorpus = "no corpus was given";
    private const string NoSchema = "no answer schema was given";

    public LintChecks(LintRequest request, GoldIndex gold, AnswerOverlapCheck answers, MinHash hash)
    {
        List<IExampleCheck> examples = [new GoldLeakCheck(gold), new EmptyCheck(), new PersonalDataCheck(), new EncodingCheck()];
        List<IFileCheck> files = [answers, new DuplicateCheck(hash), new LengthCheck(), new NormalFormCheck()];
        if (request.AnswerSchema is { } schema)
        {
            examples.Add(new TargetSchemaCheck(JsonSchema.Parse(schema, assertsFormat: request.Answer.AssertFormat)));
            files.Add(new LabelBalanceCheck(EnumField.In(schema)));
        }

        if (request.Corpus is { } corpus)
            examples.Add(new TargetEvidenceCheck(corpus, request.OlderCorpora, request.Verifier));
        (OfExamples, OfFile, NotChecked) = (examples, files, Reasons(request));
    }

    public IReadOnlyList<IExampleCheck> OfExamples { get; }

    public IReadOnlyList<IFileCheck> OfFile { get; }

    /// <summary>Why a rule is not checked, by its id.</summary>
    public IReadOnlyDictionary<string, string> NotChecked { get; }

    private static Dictionary<string, string> Reasons(LintRequest request)
    {
        Dictionary<string, string> reasons = new(StringComparer.Ordinal);
        if (request.AnswerSchema is null)
            Add(reasons, NoSchema, LintRules.TargetSchema, LintRules.LabelMissing, LintRules.LabelImbalance);
        if (request.Corpus is null)
            Add(reasons, NoCorpus, LintRules.CitationDangling, LintRules.NoEvidence, LintRules.StaleFact, LintRules.HeadingIsQuestion);
        else if (request.OlderCorpora.Count == 0)
            Add(reasons, "no older corpus was given", LintRules.StaleFact);
        if (request.Prompts.Count == 0)
            Add(reasons, "no prompt was given", LintRules.LeakPrompt);
        return reasons;
    }

    private static void Add(Dictionary<string, string> reasons, string why, params ReadOnlySpan<LintRule> rules)
    {
        foreach (var rule in rules)
            reasons[rule.Id] = why;
    }
}
