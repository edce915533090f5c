using System.Text.Json.Nodes;
using EvalHarness.Decisions.Studies;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>Studies in words that do not outrun them.</summary>
public static class StudyWords
{
    /// <summary>On which rows, and how they are held against each other; the same for all studies.</summary>
    /// <param name="decidedOn">The split of the run that is decided on.</param>
    public static string Rows(StudyResults results, string decidedOn)
    {
        var rows = results.Dataset.Split == decidedOn ? "the same rows as above, so this is no second sight" : "which have no part in the figures above but the row of the large knowledge base";
        return $"On the {Figure.Count(results.Dataset.Samples)} samples of split {results.Dataset.Split}, {rows}. Differences are paired by sample, 95 %; p is adjusted over the points of a study's pipeline (Holm), the n needed is not. A study describes: what it speaks for, a sweep chooses and confirms.";
    }

    public static IReadOnlyList<StudyTable> Tables(StudyResults results) => [.. results.Studies.Select(s => Table(s, results))];

    /// <summary>"1000", "tokens 120, overlap 0", "helpdesk@2026-09-half (372 examples)", or as the user calls it; "as it is" of the pipeline's own.</summary>
    public static string Setting(StudyPoint point, Study study, StudyResults results)
    {
        if (point.Name is { } named)
            return named;
        if (point.IsUnvaried && (point.Values.All(v => v is null) || study.Points.Any(p => p.Name is not null)))
            return "as it is";
        var told = string.Join(", ", study.Parameters.Zip(point.Values, (parameter, value) => $"{(study.Parameters.Count > 1 ? $"{LastKey(parameter)} " : "")}{Value(value, results)}"));
        return point.IsUnvaried ? $"{told} (as it is)" : told;
    }

    /// <summary>"better", "worse", "no difference that matters", "not enough rows: about 389 needed".</summary>
    public static string Shown(StudyPoint point)
    {
        if (point.Figures.Count == 0)
            return "no answer";
        if (point.IsUnvaried)
            return "";
        return point.Figures[0] switch
        {
            { IsBetter: true } => "better",
            { IsBetter: false } => "worse",
            { Estimate: null } => "no value",
            { Difference: null } => "too few rows",
            { IsEqual: true } => "no difference that matters",
            { NNeeded: { } needed, Difference.N: var n } when needed > n => $"not enough rows: about {Figure.Count(needed)} needed",
            _ => "no difference shown",
        };
    }

    /// <summary>A sentence per pipeline: what it takes at each rate, and up to which it is shown to keep the objective; none where load was not studied.</summary>
    public static IReadOnlyList<string> Load(StudyResults results, double? objectiveMs) =>
        [.. results.Load.GroupBy(l => l.Pipeline).Select(g => $"{g.Key}, 95th percentile from a question's arrival to its answer: {string.Join("; ", g.Select(l => Load(l, objectiveMs)))}{Bears([.. g], objectiveMs)}")];

    private static string Load(LoadLine line, double? objectiveMs)
    {
        var failed = line.Failed > 0 ? $", {Figure.Count(line.Failed)} of {Figure.Count(line.N)} without an answer" : "";
        var time = line.P95 is { } p95 ? $"{Figure.Of(p95.Value, Unit.Milliseconds)} {Figure.Interval(p95, Unit.Milliseconds)}" : "no answer";
        return $"{Figure.Of(line.RatePerSecond, Unit.Number)} a second {time}{failed}{(objectiveMs is { } objective ? line.Keeps(objective) switch { true => ", kept", false => ", broken", _ => ", open" } : "")} ({BadgeWords.Of(line.Badge)})";
    }

    // Up to the first rate at which it is not shown: a higher one that is kept by chance is no capacity.
    private static string Bears(IReadOnlyList<LoadLine> lines, double? objectiveMs)
    {
        if (objectiveMs is not { } objective)
            return "";
        var kept = lines.TakeWhile(l => l.Keeps(objective) is true).LastOrDefault();
        var told = kept is null ? "it is not shown to keep the objective at any rate that was tried" : $"it is shown to keep the objective up to {Figure.Of(kept.RatePerSecond, Unit.Number)} a second";
        return $"; {told} ({Figure.Of(objective, Unit.Milliseconds)})";
    }

    private static StudyTable Table(Study study, StudyResults results)
    {
        var names = study.Points.SelectMany(p => p.Figures).Select(f => f.Name).Distinct(StringComparer.Ordinal).ToList();
        var of = study.Parameters.Count == 1 ? study.Parameters[0] : "setting";
        IReadOnlyList<string> heads = names.Count == 0 ? [of] : [of, Head(names[0], results), "difference", "shown", .. names.Skip(1).Select(n => Head(n, results))];
        heads = [.. heads, .. IsResized(study, results) ? ["Passages indexed"] : Array.Empty<string>()];
        return new StudyTable($"{study.Kind.Title}: {study.Pipeline}", study.Kind.Asks, heads, [.. study.Points.Select(p => Row(p, study, names, results))], study.Spread is { } spread ? Spread(spread) : null);
    }

    private static IReadOnlyList<string> Row(StudyPoint point, Study study, List<string> names, StudyResults results)
    {
        var first = names.Count == 0 ? null : point.Figures.FirstOrDefault(f => f.Name == names[0]);
        return
        [
            Setting(point, study, results),
            .. names.Count == 0 ? [] : new[] { Value(first, withInterval: true) + (first?.Estimate is { } e ? $", n = {Figure.Count(e.N)}" : ""), Difference(first), Shown(point) },
            .. names.Skip(1).Select(name => Cell(point.Figures.FirstOrDefault(f => f.Name == name))),
            .. IsResized(study, results) ? [results.IndexedPassages.TryGetValue(point.Pipeline, out var passages) ? Figure.Count(passages) : "–"] : Array.Empty<string>(),
        ];
    }

    private static bool IsResized(Study study, StudyResults results) => study.Kind.ResizesIndex && study.Points.Any(p => results.IndexedPassages.ContainsKey(p.Pipeline));

    private static string Cell(StudyFigure? figure) => Value(figure, withInterval: false) + Added(figure);

    private static string Head(string name, StudyResults results)
    {
        var words = MetricCatalogue.For(name);
        return results.Badges.FirstOrDefault(b => b.Family == words.Family) is { } badge ? $"{words.Label} ({BadgeWords.Of(badge.Badge)})" : words.Label;
    }

    private static string Value(StudyFigure? figure, bool withInterval) => figure?.Estimate is { } estimate
        ? Figure.Of(estimate.Value, figure.Unit) + (withInterval ? $" {Figure.Interval(estimate, figure.Unit)}" : "")
        : "–";

    private static string Difference(StudyFigure? figure) => figure?.Difference is { } difference
        ? $"{Figure.OfDifference(difference.Value, figure.Unit)} {Figure.IntervalOfDifference(difference, figure.Unit)}"
        : "";

    // Of quantiles the difference is what is asked.
    private static string Added(StudyFigure? figure) => figure is { Difference: { Low: not null, High: not null } } && figure.Name != figure.Metric ? $" ({Difference(figure)})" : "";

    private static string Spread(WordingSpread spread) =>
        $"Over {spread.Wordings} wordings: {Share(spread.Mean)} right on average; {Share(spread.Worst)} of the questions are answered right under every wording, {Share(spread.Best)} under at least one."
        + (spread is { OfSamples: { } samples, OfWording: { } wording, OfBoth: { } both }
            ? $" Of the variance {Figure.Of(samples, Unit.Ratio)} lies between questions, {Figure.Of(wording, Unit.Ratio)} between wordings, and {Figure.Of(both, Unit.Ratio)} in answers that change with the wording on one question and not on another, or by chance where a model answers by chance."
            : "");

    private static string Share(Estimate estimate) => $"{Figure.Of(estimate.Value, Unit.Ratio)} {Figure.Interval(estimate, Unit.Ratio)}";

    private static string LastKey(string parameter) => parameter[(parameter.LastIndexOf('.') + 1)..];

    private static string Value(string? value, StudyResults results) => value switch
    {
        null => "default",
        _ when results.Examples.TryGetValue(value, out var examples) => $"{value} ({Figure.Count(examples)} examples)",
        ['{', ..] when Members(value) is { } members => members,
        _ => value,
    };

    // An object's values; what only looks like one stays as it is.
    private static string? Members(string value)
    {
        try
        {
            return JsonNode.Parse(value) is JsonObject members ? string.Join(" ", members.Select(m => m.Value?.ToString())) : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
