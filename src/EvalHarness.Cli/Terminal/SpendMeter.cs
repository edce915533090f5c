using System.Globalization;
using EvalHarness.Evaluators.Cost;
using EvalHarness.Pipelines;

namespace EvalHarness.Cli.Terminal;

/// <summary>What was spent on the answers so far, by the price table; answers of unknown price are counted, never taken as free.</summary>
internal sealed class SpendMeter(TracePricer pricer)
{
    private decimal usd;
    private int unknown;

    public void Add(Trace trace)
    {
        if (pricer.Price(trace).SpentUsd is { } spent)
            usd += spent;
        else
            unknown++;
    }

    public override string ToString() => (usd, unknown) switch
    {
        (0, > 0) => "spend unknown",
        (_, 0) => Known,
        _ => $"{Known} + {unknown} of unknown price",
    };

    private string Known => string.Create(CultureInfo.InvariantCulture, $"{usd:0.0000} USD");
}
