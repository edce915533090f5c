namespace EvalHarness.TrainingData.Personal;

/// <summary>Looks for personal data in all turns; findings show them masked.</summary>
internal sealed class PersonalDataCheck : IExampleCheck
{
    /// <summary>Of a longer text the start is looked at, in characters, so that no pattern runs into its time limit.</summary>
    private const int Most = 1_000_000;

    private static readonly IPersonalPattern[] Patterns = [new EmailPattern(), new PhonePattern(), new IbanPattern(), new CardPattern(), new NationalIdPattern()];

    public ValueTask<IReadOnlyList<LintFinding>> LookAsync(ReadExample example, CancellationToken cancellationToken)
    {
        var found = example.Texts.Select(text => text.Length > Most ? text[..Most] : text).SelectMany(text => Patterns.SelectMany(p => p.Find(text))).Distinct();
        return ValueTask.FromResult<IReadOnlyList<LintFinding>>([.. found.Select(d => new LintFinding(d.Rule.Id, d.Rule.Severity, example.Where, d.Masked, d.Rule.Mend))]);
    }
}
