using EvalHarness.Experiments.Sweeps;

namespace EvalHarness.Experiments.Remedies;

/// <summary>One change of one pipeline, and the rows that it is tried on beside the pipeline as it is.</summary>
/// <param name="Change">As it would stand in the file: <c>retrieval.oracle=true</c>.</param>
/// <param name="Experiment">With two pipelines: as it is, and changed.</param>
/// <param name="Changed">The name of the changed one.</param>
/// <param name="Controls">Rows that passed.</param>
public sealed record RemedyTrial(string Pipeline, RemedyRule Rule, string Change, Experiment Experiment, string Changed, IReadOnlyList<FaultRows> Faults, IReadOnlyList<DiagnosedRow> Controls)
{
    /// <summary>Ids, each once and in order.</summary>
    public IReadOnlyList<string> Samples => [.. Faults.SelectMany(f => f.Rows).Concat(Controls).Select(r => r.Sample).Distinct().Order(StringComparer.Ordinal)];

    /// <exception cref="Inputs.InputException">The changed pipeline cannot be: each problem is named.</exception>
    public static RemedyTrial? Of(RemedySubject subject, RemedyRule rule, RemedyChange change, IReadOnlyList<FaultRows> faults, IReadOnlyList<DiagnosedRow> controls)
    {
        NamedPoint point = new($"{subject.Pipeline.Name}+{rule.Name}", change.Settings);
        var sweep = new SweepExpansion(subject.Experiment, new SweepPlan { Pipeline = subject.Pipeline.Name, Points = [point] }).Expand();
        return sweep.Grid.Points.FirstOrDefault(p => !p.IsUnvaried) is { } changed
            ? new RemedyTrial(subject.Pipeline.Name, rule, Words(change), sweep.Choosing, changed.Name, faults, controls)
            : null;
    }

    private static string Words(RemedyChange change) => string.Join(", ", change.Settings.Select(s => $"{s.Key}={PointSettings.Text(s.Value)}"));
}
