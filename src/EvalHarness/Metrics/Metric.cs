using System.Text.Json.Nodes;

namespace EvalHarness.Metrics;

/// <summary>The description of a number: what it is called, what it is counted in, which way is better, how it is defined.</summary>
/// <param name="Id">Kebab-case; the unit stands in the name where it is not a ratio.</param>
/// <param name="Definition">Everything that changes the number's meaning: version, verifier, threshold, k. Unlike definitions are never compared.</param>
public sealed record Metric(string Id, Unit Unit, Direction Direction, string Definition)
{
    /// <summary>Whether pipelines are compared by it; what says something of the run and nothing of a pipeline is only reported.</summary>
    public bool IsCompared { get; init; } = true;

    /// <summary>What people read in place of the id, for a metric of the user's own; absent for the harness's, whose words stand with the reports.</summary>
    public string? Label { get; init; }

    /// <summary>One sentence on how a row's value comes about, beside <see cref="Label"/>.</summary>
    public string? Meaning { get; init; }

    /// <summary>What judges its rows; absent where nothing is judged, but counted.</summary>
    public ScorerDefinition? Scorer { get; init; }

    /// <summary>Whether something fallible stands between the answer and the value, of which no calibration is made; with a <see cref="Scorer"/> that goes without saying.</summary>
    public bool IsJudged { get; init; }

    /// <summary>Whether its values were judged where the answers were made, and only read here.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>What stands in <c>definition_id</c>: <c>token-f1@1</c>.</summary>
    public string DefinitionId => $"{Id}@{Definition}";

    /// <summary>What a row that has no value counts as, so that a pipeline gains nothing by failing; absent for times, tokens, money, words and plain numbers, where such rows are only counted.</summary>
    public double? Worst => (Unit, Direction) switch
    {
        (Unit.Ratio or Unit.YesNo, Direction.Higher) => 0,
        (Unit.Ratio or Unit.YesNo, Direction.Lower) => 1,
        (Unit.Signed, _) => -1,
        _ => null,
    };

    public Score Scored(double value, string? reason = null, JsonNode? detail = null) => new(Id, Outcome.Scored, value, reason, detail);

    public Score Scored(bool value, string? reason = null, JsonNode? detail = null) => Scored(value ? 1 : 0, reason, detail);

    /// <summary>A share; of nothing it is not applicable, never 0 or NaN.</summary>
    public Score Ratio(int part, int whole, string ofNothing, JsonNode? detail = null) =>
        whole == 0 ? NotApplicable(ofNothing) : Scored((double)part / whole, $"{part} of {whole}", detail);

    public Score NotApplicable(string reason) => new(Id, Outcome.NotApplicable, null, reason);

    public Score NotScored(string reason) => new(Id, Outcome.NotScored, null, reason);

    public Score Failed(string error) => new(Id, Outcome.Failed, null, error);
}
