using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Checks;

/// <summary>The text stops where the answer ends: no new exercise, question, turn of a conversation or passage of the prompt follows it.</summary>
/// <remarks>Passes when nothing runs on. What opens the text is the answer's own and never counts. Its precision on a recording of phi-2 stands in docs/metrics.md.</remarks>
internal sealed partial class RunOnCheck(IReadOnlyList<PhrasePattern> markers) : IRule
{
    // A shorter question may be repeated in an answer for a reason.
    private const int ShortestRepeat = 24;

    public bool HasLenientReading => false;

    public static RunOnCheck From(CheckSettings settings) => new([.. settings.Read<Settings>().Markers.Select(m => new PhrasePattern(m, ignoreCase: false, wholeWord: false))]);

    public RuleOutcome Judge(CheckedReply reply)
    {
        var lines = reply.Text.Split('\n');
        for (var i = 1; i < lines.Length; i++)
            if (lines[i].Trim() is { Length: > 0 } line && Runs(line, lines, i, reply.Sample.Asked()))
                return RuleOutcome.Fail($"runs on in line {i + 1}: '{(line.Length > 60 ? line[..60] + "…" : line)}'");
        return ChatToken().Match(reply.Text) is { Success: true } token ? RuleOutcome.Fail($"holds '{token.Value}'") : RuleOutcome.Pass("stops where the answer ends");
    }

    private bool Runs(string line, string[] lines, int i, string question) =>
        Turn().IsMatch(line)
        || Instruction().IsMatch(line)
        || (PassageHead().IsMatch(line) && IsPassage(lines, i))
        || (question.Length >= ShortestRepeat && line.Contains(question.Trim(), StringComparison.OrdinalIgnoreCase))
        || markers.Any(m => m.IsIn(line));

    // "[Document 4] …" alone may be a list of sources; behind a rule or with a field below it, it is the prompt's.
    private static bool IsPassage(string[] lines, int i) =>
        lines[..i].LastOrDefault(l => l.Trim().Length > 0)?.Trim() is "---" or "***" || lines[(i + 1)..].FirstOrDefault(l => l.Trim().Length > 0) is { } next && PassageField().IsMatch(next);

    [GeneratedRegex(@"^(?:#{1,6}\s*|\*\*\s*)?(?:(?:follow[- ]?up\s+)?(?:exercises?|questions?)(?:\s*\d+)?|follow[- ]?up|q\d*|user|human|assistant|system|student|instructions?(?:\s*\d+)?)\s*(?:\*\*)?\s*:|^#{1,6}\s*(?:input|response)\s*:|^(?:#{1,6}\s*)?(?:[\w'.-]+\s+){1,4}exercise(?:\s*\d+)?\s*:$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Turn();

    [GeneratedRegex(@"^(?:answer the following|you are an? [^.!?]{3,60}(?:assistant|researcher|student|scientist|expert|engineer|model)\b|now (?:answer|try) )", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instruction();

    [GeneratedRegex(@"^\[?(?:paper|document|passage|source|context|article)\s*\d+\]?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PassageHead();

    [GeneratedRegex(@"^\s*(?:title|abstract|text|content|source|url)\s*:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PassageField();

    [GeneratedRegex(@"<\|(?:im_start|im_end|user|assistant|system|endoftext|eot_id|start_header_id)\|>|\[/?INST\]|</?s>|<(?:start|end)_of_turn>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChatToken();

    internal sealed record Settings
    {
        /// <summary>What else, somewhere in a line after the first, shows that a text runs on.</summary>
        public IReadOnlyList<string> Markers { get; init; } = [];
    }
}
