using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Coverage;

/// <summary>How often the interval of one kind holds the truth, at one design and one p.</summary>
/// <param name="Covered">In [0, 1]; an end that is absent bounds nothing and so leaves nothing out.</param>
/// <param name="Unbounded">The share of intervals that lack an end.</param>
internal sealed record CoverageCell(CoveredKind Kind, CoverageDesign Design, double P, double Covered, double Unbounded, string Methods)
{
    private const double Icc = 0.2;

    public static IReadOnlyList<CoverageCell> Simulate(IEnumerable<CoveredKind> kinds, IEnumerable<CoverageDesign> designs, IEnumerable<double> rates, int simulations)
    {
        (CoveredKind Kind, CoverageDesign Design, double P)[] places = [.. from kind in kinds from design in designs from p in rates select (kind, design, p)];
        var cells = new CoverageCell[places.Length];
        Parallel.For(0, places.Length, i => cells[i] = Of(places[i].Kind, places[i].Design, places[i].P, simulations));
        return cells;
    }

    // A stream for each cell: the same figures on any number of threads, whatever else is simulated.
    private static CoverageCell Of(CoveredKind kind, CoverageDesign design, double p, int simulations)
    {
        SeededRandom random = new(1, FormattableString.Invariant($"coverage/{kind.Name}/{design}/{p:0.00}"));
        var (shares, truth) = (kind.Shares(p), kind.Truth(p));
        var estimates = Enumerable.Range(0, simulations).Select(_ => kind.Estimate(ClusteredDraw.Of(random, design.Clusters, design.Size, Icc, kind.Values, shares))).OfType<Estimate>().ToList();
        double Share(Func<Estimate, bool> holds) => estimates.Count(holds) / (double)simulations;
        return new(
            kind,
            design,
            p,
            Share(e => new Interval(e.Low, e.High).Contains(truth)),
            Share(e => e.Low is null || e.High is null),
            string.Join(", ", estimates.Select(e => e.Method).Distinct().Order(StringComparer.Ordinal)));
    }
}
