using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Coverage;

/// <summary>How often nominal 95 % intervals hold the truth, by simulation; docs/coverage.md has the table that the whole size prints.</summary>
public sealed class CoverageTests
{
    private const double OnAverage = 0.93;
    private const double Anywhere = 0.9;
    private const int Whole = 2_000;
    private const int Reduced = 200;

    private static readonly double[] Rates = [.. Enumerable.Range(10, 10).Select(i => i / 20.0)];
    private static readonly double[] FewRates = [0.5, 0.8, 0.95];
    private static readonly int[] Rows = [15, 20, 30, 50, 75, 99, 100, 150, 200, 300, 500, 1_000];
    private static readonly CoverageDesign[] Clustered = [new(20, 4), new(20, 8), new(25, 8), new(50, 4), new(99, 4), new(100, 4), new(100, 8)];
    private static readonly CoverageDesign[] FewClusters = [new(6, 4), new(8, 2), new(10, 5), new(15, 4)];

    [Test]
    public void Intervals_of_independent_rows_cover_as_promised()
    {
        Expect(Simulate([15, 50, 100, 300], FewRates, Reduced), Reduced);
    }

    [Test]
    public void Intervals_of_clustered_rows_cover_as_promised_from_20_clusters_on()
    {
        ExpectAnywhere(CoverageCell.Simulate(CoveredKind.All, [new(20, 4), new(25, 8), new(100, 4)], FewRates, Reduced), Reduced);
    }

    [Test]
    public void Fewer_than_6_clusters_are_said_to_be_too_few()
    {
        foreach (var cell in CoverageCell.Simulate(CoveredKind.All, [new(5, 8)], FewRates, 20))
            Assert.That(cell.Methods, Is.EqualTo(cell.Kind.IsPaired ? "" : "too-few-clusters"), cell.Kind.Name);
    }

    [Test]
    public void Intervals_of_independent_rows_cover_as_promised_at_whole_size()
    {
        Demand();
        var cells = Simulate(Rows, Rates, Whole);

        Print("independent rows", cells);
        Expect(cells, Whole);
    }

    [Test]
    public void Intervals_of_clustered_rows_cover_as_promised_at_whole_size()
    {
        Demand();
        var cells = CoverageCell.Simulate(CoveredKind.All, Clustered, Rates, Whole);

        Print("clustered rows, ICC .2", cells);
        Print("fewer clusters, for which nothing is promised", CoverageCell.Simulate(CoveredKind.All, FewClusters, Rates, Whole));
        ExpectAnywhere(cells, Whole);
    }

    [Test]
    public void The_bootstrap_alone_would_miss_what_is_promised_for_paired_scores()
    {
        var cells = CoverageCell.Simulate([CoveredKind.BootstrapAlone], [new(15, 1)], Rates, Reduced);

        Assert.That(cells.Average(c => c.Covered), Is.LessThan(OnAverage - Chance(OnAverage, Reduced * cells.Count)));
    }

    [Test]
    public void The_bootstrap_alone_would_miss_what_is_promised_at_whole_size()
    {
        Demand();
        var cells = CoverageCell.Simulate([CoveredKind.BootstrapAlone], [new(15, 1), new(30, 1), new(50, 1), new(99, 1), new(20, 4), new(25, 8)], Rates, Whole);

        Print("what is not used", cells);
        Assert.That(cells.Min(c => c.Covered), Is.LessThan(Anywhere));
    }

    private static IReadOnlyList<CoverageCell> Simulate(IEnumerable<int> rows, IEnumerable<double> rates, int simulations) =>
        CoverageCell.Simulate(CoveredKind.All, rows.Select(n => new CoverageDesign(n, 1)), rates, simulations);

    private static void Expect(IReadOnlyList<CoverageCell> cells, int simulations)
    {
        ExpectAnywhere(cells, simulations);
        foreach (var design in cells.GroupBy(c => (c.Kind.Name, c.Design)))
            Assert.That(design.Average(c => c.Covered), Is.GreaterThanOrEqualTo(OnAverage - Chance(OnAverage, simulations * design.Count())), $"{design.Key}");
    }

    private static void ExpectAnywhere(IReadOnlyList<CoverageCell> cells, int simulations) => Assert.Multiple(() =>
    {
        foreach (var cell in cells)
            Assert.That(cell.Covered, Is.GreaterThanOrEqualTo(Anywhere - Chance(Anywhere, simulations)), $"{cell.Kind.Name}, {cell.Design}, p = {cell.P}");
    });

    // At the whole size the bar itself; few simulations may miss it by three standard errors.
    private static double Chance(double bar, int simulations) => simulations >= Whole ? 0 : 3 * Math.Sqrt(bar * (1 - bar) / simulations);

    private static void Print(string what, IReadOnlyList<CoverageCell> cells) => TestContext.Out.WriteLine($"{what}, {Whole:N0} simulations of each of {Rates.Length} p\n{CoverageTable.Of(cells)}\n");

    private static void Demand()
    {
        if (!LongTests.Includes(0))
            Assert.Ignore("simulates for minutes: ./test.sh --full");
    }
}
