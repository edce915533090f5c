using System.Text.Json;
using EvalHarness.Calibration;
using EvalHarness.Comparisons;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Gates;

/// <summary>One run under judgement: what its policy section asks, and both sides' rows.</summary>
public sealed record GateRun
{
    private Dictionary<string, int>? places;

    public required PolicySection Section { get; init; }

    public required GateSide Candidate { get; init; }

    public required GateSide Baseline { get; init; }

    /// <summary>What is known of the scorers' errors.</summary>
    public required IReadOnlyList<ScorerError> Scorers { get; init; }

    /// <summary>Families of figures that are no measurement.</summary>
    public IReadOnlyList<FamilyBadge> Badges { get; init; } = [];

    /// <summary>Two pipelines of one run.</summary>
    /// <param name="scores">The run's scores, with its manifest and what is known of its scorers.</param>
    public static GateRun Within(RunManifest run, ScoreTable scores, IReadOnlyList<ScorerError> scorers, PolicySection section, string candidate, string baseline) => new()
    {
        Section = section,
        Candidate = new GateSide(run, scores, candidate),
        Baseline = new GateSide(run, scores, baseline),
        Scorers = scorers,
    };

    /// <summary>Where the baseline's run has a sample, by its id.</summary>
    internal IReadOnlyDictionary<string, int> BaselinePlaces => places ??= Baseline.Scores.Samples.Select((s, place) => (s.Id, place)).ToDictionary(s => s.Id, s => s.place, StringComparer.Ordinal);

    public string Experiment => Candidate.Run.Name;

    /// <summary>Samples that one side alone has.</summary>
    public int Unpaired
    {
        get
        {
            HashSet<string> ids = new(Candidate.Scores.Samples.Select(s => s.Id), StringComparer.Ordinal);
            ids.SymmetricExceptWith(Baseline.Scores.Samples.Select(s => s.Id));
            return ids.Count;
        }
    }

    public JudgedRun Judged() => new(
        Candidate.Run.Id,
        Experiment,
        Candidate.Run.Dataset.Hash,
        Candidate.Run.Dataset.Split,
        Candidate.Pipeline,
        Candidate.Spec.Identity,
        Candidate.Checkpoint,
        Baseline.Run.Id,
        Baseline.Pipeline,
        Baseline.Spec.Identity,
        Baseline.Checkpoint,
        Candidate.Run.FinishedAt ?? Candidate.Run.StartedAt,
        Definitions(),
        Calibrations());

    // Another measurement of a scorer is other evidence.
    private string? Calibrations()
    {
        string[] measured = [.. Scorers.SelectMany(s => s.Measured).Select(m => JsonSerializer.Serialize(m, RunJson.Compact)).Distinct()];
        return measured.Length == 0 ? null : ContentHash.Of(measured);
    }

    private SortedDictionary<string, string> Definitions()
    {
        SortedDictionary<string, string> definitions = new(StringComparer.Ordinal);
        foreach (var name in Section.Metrics.Select(m => m.Metric).Concat(Section.Ceilings.Keys))
            if (Candidate.Metric(FigureName.Of(name).Metric) is { } metric)
                definitions[metric.Id] = metric.DefinitionId;
        return definitions;
    }
}
