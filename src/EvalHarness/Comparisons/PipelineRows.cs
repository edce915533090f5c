using EvalHarness.Diagnosis;
using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness.Comparisons;

/// <summary>One pipeline's rows as they came.</summary>
internal sealed class PipelineRows(IReadOnlyList<Metric> metrics)
{
    private readonly List<(int Sample, int Repeat, string Id)> keys = [];
    private readonly List<Outcome>[] outcomes = [.. metrics.Select(_ => new List<Outcome>())];
    private readonly List<double>[] values = [.. metrics.Select(_ => new List<double>())];
    private readonly List<byte> causes = [];

    public int Repeats { get; private set; }

    public void Add(int sample, ResultRow row)
    {
        Repeats = Math.Max(Repeats, row.Repeat + 1);
        keys.Add((sample, row.Repeat, row.Sample.Id));
        causes.Add(CauseColumn.Packed(FaultAttribution.Of(row.Scores)));
        for (var m = 0; m < metrics.Count; m++)
        {
            var (outcome, value) = Read(row, metrics[m]);
            outcomes[m].Add(outcome);
            values[m].Add(value);
        }
    }

    public IEnumerable<ScoreColumn> Columns(int[] places, int repeats) =>
        metrics.Select((metric, m) => Fill(new ScoreColumn(metric, places.Length, repeats), m, places));

    public CauseColumn Causes(int[] places, int repeats)
    {
        var column = new CauseColumn(places.Length, repeats);
        for (var row = 0; row < keys.Count; row++)
            column.Set(places[keys[row].Sample], keys[row].Repeat, causes[row]);
        return column;
    }

    private ScoreColumn Fill(ScoreColumn column, int metric, int[] places)
    {
        for (var row = 0; row < keys.Count; row++)
        {
            var (sample, repeat, id) = keys[row];
            if (column.OutcomeOf(places[sample], repeat) is not null)
                throw new InvalidDataException($"sample {id}, repeat {repeat}: two rows of one pipeline. Rows pair by sample and repeat, so each is needed once.");
            column.Set(places[sample], repeat, outcomes[metric][row], values[metric][row]);
        }

        return column;
    }

    // A score that no evaluator gave should have a value and has none.
    private static (Outcome Outcome, double Value) Read(ResultRow row, Metric metric)
    {
        if (!row.Scores.TryGetValue(metric.Id, out var score))
            return (row.Trace.Answer is null ? Outcome.Failed : Outcome.NotScored, 0);
        if (score.Outcome is not Outcome.Scored)
            return (score.Outcome, 0);
        return score.Value is { } value && double.IsFinite(value)
            ? (Outcome.Scored, value)
            : throw new InvalidDataException($"{row.Pipeline}, sample {row.Sample.Id}, {metric.Id}: scored with {score.Value?.ToString() ?? "no value"}. A score is a finite number, or it is not scored.");
    }
}
