using System.Globalization;
using EvalHarness.Evaluators.Cost;
using EvalHarness.Pipelines;

namespace EvalHarness.Cli.Terminal;

/// <summary>What the answers so far cost, by the price table; answers of unknown price are counted, never taken as free.</summary>
internal sealed class SpendMeter(PriceTable prices)
{
    private decimal usd;
    private int unknown;

    public void Add(Trace trace)
    {
        if (trace.Answer is { } answer)
            Add(answer);
    }

    private void Add(Answer answer)
    {
        try
        {
            if (answer is { Model: { } model, Usage: { } usage } && prices.Find(model) is { } price)
                usd += PriceTable.Price(price, usage).CostUsd;
            else
                unknown++;
        }
        catch (UsageException)
        {
            // The score says what is wrong with it; a display must not end a run.
            unknown++;
        }
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{usd:0.0000} USD{(unknown > 0 ? $" + {unknown} of unknown price" : "")}");
}
