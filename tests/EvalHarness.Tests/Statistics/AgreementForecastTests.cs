using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class AgreementForecastTests
{
    // 1000 rows: 300 yes, of which 240 got a yes; 700 no, of which 630 got a no.
    private static readonly (bool Said, bool Label, int Rows)[] Cells = [(true, true, 240), (false, true, 60), (true, false, 70), (false, false, 630)];

    private static readonly AgreementForecast Forecast = new(Rate: 0.3, Sensitivity: 0.8, Specificity: 0.9);

    [Test]
    public void What_is_forecast_is_what_is_measured_on_such_rows()
    {
        var rows = Cells.SelectMany(c => Enumerable.Repeat((c.Said, c.Label), c.Rows)).ToList();
        AgreementEstimator measured = new([.. rows.Select(r => r.Said)], [.. rows.Select(r => r.Label)], [.. Enumerable.Range(0, rows.Count)], 0.95);

        Assert.That(Forecast.OfBalancedAccuracy(1000), Is.EqualTo(Half(measured.BalancedAccuracy()!)).Within(0.5).Percent);
        Assert.That(Forecast.OfKappa(1000), Is.EqualTo(Half(measured.Kappa()!)).Within(0.5).Percent);
        Assert.That(Forecast.OfRate(1000), Is.EqualTo(Half(measured.LabelledYes()!)).Within(0.5).Percent);
    }

    [Test]
    public void Four_times_the_rows_halve_the_interval()
    {
        Assert.That(Forecast.OfKappa(100) / Forecast.OfKappa(400), Is.EqualTo(2).Within(1e-12));
        Assert.That(Forecast.OfBalancedAccuracy(100) / Forecast.OfBalancedAccuracy(400), Is.EqualTo(2).Within(1e-12));
    }

    [Test]
    public void Agreement_on_every_row_has_no_interval_by_this_method()
    {
        bool[] labels = [true, true, true, false, false, false, true, false];

        var kappa = new AgreementEstimator(labels, labels, [.. Enumerable.Range(0, labels.Length)], 0.95).Kappa()!;

        Assert.That((kappa.Value, kappa.Low, kappa.High, kappa.Method), Is.EqualTo((1.0, (double?)null, (double?)null, "nothing-varies")));
    }

    private static double Half(Estimate estimate) => (estimate.High!.Value - estimate.Low!.Value) / 2;
}
