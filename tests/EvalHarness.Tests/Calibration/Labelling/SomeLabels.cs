using EvalHarness.Calibration.Labelling;

namespace EvalHarness.Tests.Calibration.Labelling;

/// <summary>Exports and raters that do not matter to the test at hand.</summary>
internal static class SomeLabels
{
    /// <summary>Rows of as many groups; <c>c1</c>, <c>c2</c> and so on.</summary>
    public static LabelKey Key(int rows) => new LabelKey
    {
        Run = "r1",
        What = "answer-correctness",
        Evidence = LabelEvidence.Gold,
        Metric = "answer-correctness",
        DefinitionId = "answer-correctness@1",
        Drawn = "random",
        Seed = 1,
        Eligible = rows,
        Rows = [.. Enumerable.Range(1, rows).Select(i => new LabelKeyRow($"c{i}", $"w{i}", $"s{i}", "rag", 0, $"g{i}", 1, true, "h"))],
    }.Sealed();

    public static Dictionary<string, string> Answers(LabelKey key) => key.Rows.ToDictionary(r => r.Id, r => $"Answer {r.Id}.");

    /// <summary>Labels for the rows in their order.</summary>
    public static RaterFile File(string rater, LabelKey key, params string[] labels) =>
        new($"{rater}.csv", rater, key.Export, [.. labels.Select((l, i) => new RaterLabel($"{rater}.csv:{i + 2}", $"c{i + 1}", l, $"Answer c{i + 1}."))]);
}
