namespace EvalHarness.Evaluators.Checks;

/// <summary>Phrases that the text must not hold.</summary>
internal sealed class ForbiddenCheck(IReadOnlyList<PhrasePattern> phrases) : IRule
{
    public static ForbiddenCheck From(CheckSettings settings) => new(PhraseSettings.Patterns(settings, settings.Read<PhraseSettings>()));

    public RuleOutcome Judge(CheckedReply reply) => RuleOutcome.Of([.. phrases.Where(p => p.IsIn(reply.Text)).Select(p => $"'{p.Phrase}' is there")], "none of the phrases is there");
}
