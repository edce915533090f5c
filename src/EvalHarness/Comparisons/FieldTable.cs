using EvalHarness.Diagnosis;
using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness.Comparisons;

/// <summary>Counts the structured fields of a run's answers against what the samples expect.</summary>
/// <param name="enums">Fields whose values are classes.</param>
public sealed class FieldTable(FieldReader reader, IReadOnlyList<EnumField> enums)
{
    private const double Confidence = 0.95;

    private readonly Dictionary<(string Pipeline, string Field), FieldTally> tallies = [];
    private readonly Dictionary<string, int> clusters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);
    private readonly List<string> fields = [];

    /// <summary>The lines of summary.csv: macro-F1 of every enum field.</summary>
    public static IReadOnlyList<MetricSummary> Summaries(IReadOnlyList<FieldResult> results) =>
        [.. results.Where(r => r.IsEnum).Select(r => Summary(r, MacroF1.Metric(r.Field)))];

    public void Add(ResultRow row)
    {
        rows[row.Pipeline] = rows.GetValueOrDefault(row.Pipeline) + 1;
        var cluster = ClusterOf(row.Sample.Cluster ?? row.Sample.Id);
        foreach (var (field, expected, given) in reader.Read(row))
            TallyOf(row.Pipeline, field).Add(cluster, row.Repeat == 0, expected, given, row.Trace.Answer is null);
    }

    /// <param name="pipelines">In the order of the report.</param>
    /// <returns>By pipeline, then by field in the order in which samples first expect them.</returns>
    public IReadOnlyList<FieldResult> Results(IReadOnlyList<string> pipelines) =>
        [.. from pipeline in pipelines from field in fields where tallies.ContainsKey((pipeline, field)) select tallies[(pipeline, field)].Result(rows[pipeline], Confidence)];

    private static MetricSummary Summary(FieldResult result, Metric metric) => new(result.Pipeline, metric.Id, metric, Slice.All, result.Counts, result.MacroF1);

    private FieldTally TallyOf(string pipeline, string field)
    {
        if (!fields.Contains(field))
            fields.Add(field);
        if (!tallies.TryGetValue((pipeline, field), out var tally))
            tallies[(pipeline, field)] = tally = new FieldTally(pipeline, field, enums.FirstOrDefault(e => e.Name == field));
        return tally;
    }

    private int ClusterOf(string name)
    {
        if (!clusters.TryGetValue(name, out var cluster))
            clusters[name] = cluster = clusters.Count;
        return cluster;
    }
}
