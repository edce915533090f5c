namespace EvalHarness.TrainingData;

/// <summary>Counts findings, and keeps the first few of each rule.</summary>
/// <param name="changed">Severities that the user gave, by rule.</param>
/// <param name="perRule">Kept of each rule.</param>
internal sealed class FindingList(IReadOnlyDictionary<string, LintSeverity> changed, int perRule)
{
    private readonly Dictionary<string, Tally> tallies = new(StringComparer.Ordinal);

    /// <summary>Findings of leak rules that were errors before the user changed anything.</summary>
    public int Leaks { get; private set; }

    public void Add(LintRule rule, LintFinding finding)
    {
        Leaks += rule.IsLeak && finding.Severity == LintSeverity.Error ? 1 : 0;
        if (!tallies.TryGetValue(rule.Id, out var tally))
            tallies[rule.Id] = tally = new Tally();
        tally.Add(changed.TryGetValue(rule.Id, out var severity) ? finding with { Severity = severity } : finding, perRule);
    }

    public void AddRange(IEnumerable<LintFinding> findings)
    {
        foreach (var finding in findings)
            Add(LintRules.All.First(r => r.Id == finding.Rule), finding);
    }

    public int Count(LintSeverity severity) => tallies.Values.Sum(t => t.Counts[(int)severity]);

    /// <param name="notChecked">Why a rule was not checked, by its id.</param>
    public IReadOnlyList<RuleResult> Rules(IReadOnlyDictionary<string, string> notChecked) =>
        [.. LintRules.All.Select(rule => Result(rule, notChecked.GetValueOrDefault(rule.Id), tallies.GetValueOrDefault(rule.Id, new Tally())))];

    /// <summary>Worst first, then in the order of the rules and of the file.</summary>
    public IReadOnlyList<LintFinding> Listed() =>
        [.. LintRules.All.SelectMany(rule => tallies.GetValueOrDefault(rule.Id)?.Kept ?? []).OrderByDescending(f => f.Severity)];

    private static RuleResult Result(LintRule rule, string? notChecked, Tally tally) => new(
        rule.Id,
        rule.IsLeak,
        notChecked,
        tally.Counts[(int)LintSeverity.Error],
        tally.Counts[(int)LintSeverity.Warning],
        tally.Counts[(int)LintSeverity.Info],
        tally.Kept.Count);

    private sealed class Tally
    {
        public int[] Counts { get; } = new int[3];

        public List<LintFinding> Kept { get; } = [];

        // An error is not pushed out of the list by warnings of its rule that came first.
        public void Add(LintFinding finding, int most)
        {
            Counts[(int)finding.Severity]++;
            if (Kept.Count < most)
            {
                Kept.Add(finding);
                return;
            }

            var last = Kept.FindLastIndex(f => f.Severity < finding.Severity);
            if (last < 0)
                return;
            Kept.RemoveAt(last);
            Kept.Add(finding);
        }
    }
}
