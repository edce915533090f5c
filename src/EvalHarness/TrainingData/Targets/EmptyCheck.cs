namespace EvalHarness.TrainingData.Targets;

/// <summary>Finds examples that ask or say nothing.</summary>
internal sealed class EmptyCheck : IExampleCheck
{
    public ValueTask<IReadOnlyList<LintFinding>> LookAsync(ReadExample example, CancellationToken cancellationToken)
    {
        var rule = LintRules.EmptyExample;
        string[] missing = [.. Missing(example)];
        return ValueTask.FromResult<IReadOnlyList<LintFinding>>([.. missing.Select(found => new LintFinding(rule.Id, rule.Severity, example.Where, found, rule.Mend))]);
    }

    private static IEnumerable<string> Missing(ReadExample example)
    {
        if (example.Conversation.Text.Length == 0)
            yield return "there is no question";
        if (string.IsNullOrWhiteSpace(example.Example.Target))
            yield return "there is no target";
    }
}
