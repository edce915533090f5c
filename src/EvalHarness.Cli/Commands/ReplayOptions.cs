using System.CommandLine;
using System.Globalization;

namespace EvalHarness.Cli.Commands;

/// <summary>How much a verb that asks pipelines may ask, spend and take over.</summary>
internal sealed class ReplayOptions
{
    private readonly Option<decimal?> maxCost = new("--max-cost") { Description = "What a run may spend, in USD: it is stopped before it would spend more, and resumable." };
    private readonly Option<bool> noCache = new("--no-cache") { Description = "Call every endpoint anew, and keep no reply." };

    public Option<int?> Limit { get; } = new("--limit") { Description = "A seeded choice of this many samples of the split, the same for every pipeline." };

    public Option<bool> AlwaysNew { get; } = new("--new") { Description = "Start a new run even where an unfinished one could be resumed." };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Print calls, tokens, USD and minutes to expect; nothing is called and nothing is written." };

    public void AddTo(Command command)
    {
        command.Add(Limit);
        AddWithoutLimitTo(command);
        Limit.Validators.Add(result =>
        {
            // What is no number is the parser's to say.
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var rows) && rows < 1)
                result.AddError("--limit must be 1 or more.");
        });
    }

    /// <summary>For a verb that chooses rows in a way of its own.</summary>
    public void AddWithoutLimitTo(Command command)
    {
        command.Add(AlwaysNew);
        command.Add(maxCost);
        command.Add(DryRun);
        command.Add(noCache);
        maxCost.Validators.Add(result =>
        {
            if (decimal.TryParse(result.Tokens[0].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var usd) && usd < 0)
                result.AddError("--max-cost must be 0 or more.");
        });
    }

    /// <summary>Whether the user says what may be spent.</summary>
    public bool HasMaxCost(ParseResult parsed) => parsed.GetValue(maxCost) is not null;

    /// <summary>As settings of the experiment.</summary>
    public string[] Settings(ParseResult parsed) =>
    [
        .. parsed.GetValue(maxCost) is { } usd ? new[] { string.Create(CultureInfo.InvariantCulture, $"run.budget_usd={usd}") } : [],
        .. parsed.GetValue(noCache) ? new[] { "run.cache=off" } : [],
    ];
}
