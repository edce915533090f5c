namespace EvalHarness.Evaluators.Checks;

/// <summary>Every check there is: a new one is a class, a test and a line here.</summary>
internal static class CheckCatalog
{
    public static IReadOnlyList<CheckDefinition> All { get; } =
    [
        CheckDefinition.Of("regex", 1, RegexCheck.From),
        CheckDefinition.Of("enum", 1, EnumCheck.From),
        CheckDefinition.Of("length", 1, LengthCheck.From),
        CheckDefinition.Of("required", 1, RequiredCheck.From),
        CheckDefinition.Of("forbidden", 1, ForbiddenCheck.From),
        CheckDefinition.Of("starts-with", 1, StartsWithCheck.From),
        CheckDefinition.Of("ends-with", 1, EndsWithCheck.From),
        CheckDefinition.Of("case", 1, CaseCheck.From),
        CheckDefinition.Of("markdown", 1, MarkdownCheck.From),
        CheckDefinition.Of("json", 1, JsonCheck.From),
        CheckDefinition.Of("run-on", 1, RunOnCheck.From),
        CheckDefinition.Of("tool-call", 1, ToolCallCheck.From),
        CheckDefinition.Of("readability", 1, ReadabilityCheck.From),
        CheckDefinition.Of("sentence-length", 1, SentenceLengthCheck.From),
        CheckDefinition.Of("person", 1, PersonCheck.From),
        CheckDefinition.Of("vocabulary", 1, VocabularyCheck.From),
        CheckDefinition.Of("style", 1, StyleCheck.From),
    ];
}
