using EvalHarness.Comparisons;
using EvalHarness.Decisions.Sweeps;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>What a sweep says in sentences: its rule, its choice, what the rows cannot tell, and what was confirmed.</summary>
public static class SweepWords
{
    private const int ShownPoints = 8;

    /// <summary>Everything in its order, a sentence or two each.</summary>
    public static IReadOnlyList<string> All(SweepResult result) =>
        [Weighed(result), Rule(result), Choice(result), .. Open(result), .. Confirmed(result), .. result.Badges.Select(b => $"{b.Family}: {BadgeWords.Of(b.Badge)}. {b.Why}")];

    /// <summary>"within the tolerance".</summary>
    public static string Standing(PointStanding standing) => standing switch
    {
        PointStanding.Best => "best",
        PointStanding.WithinTolerance => "within the tolerance",
        PointStanding.Worse => "worse",
        PointStanding.Open => "nothing",
        _ => "too few rows",
    };

    /// <summary>"rag *": as it is.</summary>
    public static string Name(SweepPoint point) => point.IsUnvaried ? $"{point.Name} *" : point.Name;

    /// <summary>"* rag as the experiment has it: retrieval.chunk.tokens=240".</summary>
    public static string AsItIs(SweepGrid grid) =>
        $"* {grid.Pipeline} as the experiment has it: {string.Join(", ", grid.Parameters.Zip(grid.Unvaried.Values, (parameter, value) => $"{parameter}={value ?? "default"}"))}.";

    /// <summary>One line: which point, by how much, and on which rows; absent where nothing was confirmed.</summary>
    public static string? Confirmation(SweepResult result)
    {
        if (result.Confirmation is not { } confirmed)
            return null;
        var unit = result.Aim.Objective.Unit;
        var values = $"{confirmed.Point} {Value(confirmed.Chosen, unit)}, {confirmed.Pipeline} {Value(confirmed.Unvaried, unit)}";
        return confirmed.Difference is { } difference
            ? $"On {confirmed.Split}: {Figure.OfDifference(difference.Value, unit)} {Figure.IntervalOfDifference(difference, unit)} ({values}; n = {Figure.Count(difference.N)} in {Figure.Count(confirmed.Clusters)} clusters): {Finding(difference, result.Aim)}."
            : $"On {confirmed.Split}: {values}; too few rows or clusters for a difference.";
    }

    private static string Weighed(SweepResult result)
    {
        var axes = result.Choice.Axes;
        var left = string.Concat(axes.Where(a => a.LeftOut is not null).Select(a => $" {a.Name} does not count: {a.LeftOut}."));
        return $"On the front: no other point is at least as good on {List.Of([.. axes.Where(a => a.LeftOut is null).Select(a => a.Name)])} and better on one, by the estimates.{left}";
    }

    private static string Rule(SweepResult result)
    {
        if (result.Aim.Tolerance == 0)
            return "Rule: the best estimate of the objective; no loss is tolerated.";
        var others = result.Choice.Points.Count(p => p.AgainstBest is not null);
        return $"Rule: the cheapest point on the front that is shown to be less than {Tolerance(result)} worse than the best (paired by sample, one-sided 5 %, {(others == 1 ? "one test" : $"Holm over {others} points")}); the best itself where there is none. Not shown to be worse is no reason.";
    }

    private static string Choice(SweepResult result)
    {
        var (chosen, best) = (result.Choice.Chosen, result.Choice.Best);
        var why = chosen == best ? "the best estimate" : $"cheaper than the best, {best.Name}, and shown to be less than {Tolerance(result)} worse";
        return $"Chosen on {result.Dataset.Split}: {chosen.Name}, {why}{(chosen.IsUnvaried ? "; it is the pipeline as it is, and there is nothing to confirm" : "")}. The best of {result.Choice.Points.Count} is the luckiest of them too: what these rows say of it is too good.";
    }

    private static IEnumerable<string> Open(SweepResult result)
    {
        List<PointResult> open = [.. result.Choice.Points.Where(p => p.Standing is PointStanding.Open)];
        if (open.Count == 0)
            yield break;
        var names = open.Count <= ShownPoints ? List.Of([.. open.Select(p => p.Point.Name)]) : $"{string.Join(", ", open.Take(ShownPoints).Select(p => p.Point.Name))} and {open.Count - ShownPoints} more";
        yield return $"These {Figure.Count(result.Dataset.Samples)} rows cannot tell from {result.Choice.Best.Name}: {names}.";
        if (Cheaper(result, open) is { } cheaper)
            yield return $"The cheapest of them on the front: {cheaper.Point.Name}.{Needed(cheaper, result)}";
    }

    private static PointResult? Cheaper(SweepResult result, List<PointResult> open)
    {
        if (result.Choice.UsedAxes.Skip(1).FirstOrDefault() is not { } axis)
            return null;
        var best = Loss(result.Choice.Of(result.Choice.Best), axis);
        return open.Where(p => p.IsOnFront && Loss(p, axis) < best).MinBy(p => Loss(p, axis));
    }

    private static double Loss(PointResult point, SweepAxis axis) => axis.Loss(point.Figure(axis.Name)?.Estimate?.Value ?? double.PositiveInfinity);

    private static string Needed(PointResult point, SweepResult result) =>
        point.AgainstBest?.RowsNeeded is { } rows ? $" About {Figure.Count(rows)} rows would show that it lies within {Tolerance(result)}, if it is as good." : "";

    private static IEnumerable<string> Confirmed(SweepResult result)
    {
        if (Confirmation(result) is not { } line)
            yield break;
        yield return line;
        if (result.Confirmation!.Look > 1)
            yield return $"That was look {result.Confirmation.Look} of sweeps at these rows: each look makes a lucky one likelier, and the interval knows of none but its own.";
    }

    private static string Finding(Estimate difference, SweepAim aim)
    {
        var (low, high) = aim.Objective.Direction is Direction.Higher ? (difference.Low, difference.High) : (-difference.High, -difference.Low);
        return (low, high) switch
        {
            ( > 0, _) => "better",
            (_, < 0) => "WORSE",
            _ when low > -aim.Tolerance => $"no difference shown; less than {Figure.Width(aim.Tolerance, aim.Objective.Unit)} worse, if at all",
            _ => "no difference shown",
        };
    }

    private static string Tolerance(SweepResult result) => Figure.Width(result.Aim.Tolerance, result.Aim.Objective.Unit);

    private static string Value(Estimate? estimate, Unit unit) => estimate is null ? "without a value" : Figure.Of(estimate.Value, unit);
}
