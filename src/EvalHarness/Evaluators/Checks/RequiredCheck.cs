namespace EvalHarness.Evaluators.Checks;

/// <summary>Phrases that the text must hold: each of them, or any.</summary>
internal sealed class RequiredCheck(IReadOnlyList<PhrasePattern> phrases, Bounds count, bool any) : IRule
{
    public static RequiredCheck From(CheckSettings settings)
    {
        var read = settings.Read<Settings>();
        return new RequiredCheck(PhraseSettings.Patterns(settings, read), read.Count ?? Bounds.AtLeast(1), read.Any);
    }

    public RuleOutcome Judge(CheckedReply reply)
    {
        string[] wrongs = [.. phrases.Select(p => count.Wrong(p.CountIn(reply.Text), $"'{p.Phrase}'")).OfType<string>()];
        return RuleOutcome.Of(any && wrongs.Length < phrases.Count ? [] : wrongs, any ? "one of the phrases is there" : "the phrases are there");
    }

    internal sealed record Settings : PhraseSettings
    {
        /// <summary>How often each phrase must come; once or more when absent.</summary>
        public Bounds? Count { get; init; }

        /// <summary>Whether one of the phrases is enough.</summary>
        public bool Any { get; init; }
    }
}
