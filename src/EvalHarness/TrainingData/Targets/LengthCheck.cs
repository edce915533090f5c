using System.Globalization;

namespace EvalHarness.TrainingData.Targets;

/// <summary>Finds questions and targets whose length is out of the file's ordinary range.</summary>
/// <remarks>
/// On the logarithm of characters, beyond three interquartile ranges from the quartiles: Tukey 1977, "far out". Not said of fewer than <see cref="LeastExamples"/> examples.
/// Memory: 12 bytes for each example.
/// </remarks>
internal sealed class LengthCheck : IFileCheck
{
    public const int LeastExamples = 30;

    private const double Fence = 3;

    // A file whose lengths hardly differ has no tail: a factor of two is nothing.
    private const double LeastRange = 0.35;

    private readonly List<(int Line, int Asked, int Target)> lengths = [];
    private string file = "";

    public void See(ReadExample example, FindingList findings)
    {
        file = example.Example.File;
        lengths.Add((example.Example.Line, example.Conversation.Text.Length, example.Example.Target.Length));
    }

    public void Finish(FindingList findings)
    {
        if (lengths.Count < LeastExamples)
            return;
        Tell("question", l => l.Asked, findings);
        Tell("target", l => l.Target, findings);
    }

    private void Tell(string what, Func<(int Line, int Asked, int Target), int> length, FindingList findings)
    {
        double[] logs = [.. lengths.Select(l => Math.Log(Math.Max(1, length(l)))).Order()];
        var (low, middle, high) = (logs[logs.Length / 4], logs[logs.Length / 2], logs[logs.Length * 3 / 4]);
        var reach = Fence * Math.Max(LeastRange, high - low);
        var rule = LintRules.LengthTail;
        foreach (var row in lengths.Where(l => length(l) > 0 && Math.Log(length(l)) is var log && (log < low - reach || log > high + reach)))
            findings.Add(rule, new LintFinding(rule.Id, rule.Severity, FormattableString.Invariant($"{file}:{row.Line}"), string.Create(CultureInfo.InvariantCulture, $"the {what} has {length(row):#,0} characters; the median is {Math.Exp(middle):#,0}"), rule.Mend));
    }
}
