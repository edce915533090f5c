using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Evaluators.Cost;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>Converts a foreign price table into ours.</summary>
internal sealed class PricesCommand(TerminalOutput terminal)
{
    private const string DateForm = "yyyy-MM-dd";

    private readonly Argument<string> file = OutputOptions.Named("file", "LiteLLM's model_prices_and_context_window.json.");
    private readonly Option<string> target = new("--out") { Description = "The price table to write; one that people wrote is not written over.", DefaultValueFactory = _ => "prices.litellm.yaml" };
    private readonly Option<string[]> models = new("--models") { Description = "Only these, separated by commas, named as in the file.", AllowMultipleArgumentsPerToken = true, CustomParser = CommaSeparated };
    private readonly Option<string?> date = new("--date") { Description = "The day of the prices: 2026-11-23; the file's own when absent." };
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        var import = new Verb(
            "import",
            "Convert LiteLLM's price file into a price table, and tell what is left out of it.",
            "evalharness prices import model_prices_and_context_window.json",
            "evalharness prices import model_prices_and_context_window.json --models gpt-4o-mini,text-embedding-3-small --out prices.openai.yaml") { file, target, models, date, format };
        date.Validators.Add(result =>
        {
            if (!DateOnly.TryParseExact(result.GetValueOrDefault<string>(), DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                result.AddError("--date is no day: write it as 2026-11-23.");
        });
        import.SetAction(Import);
        return new Verb("prices", "Price tables.", "evalharness prices import --help") { import };
    }

    private int Import(ParseResult parsed)
    {
        var (source, written) = (parsed.GetRequiredValue(file), parsed.GetValue(target)!);
        ThrowIfHandmade(written);
        var imported = LiteLlmPrices.Read(source, parsed.GetValue(models) ?? []);
        var prices = new PriceFile
        {
            Date = parsed.GetValue(date) ?? File.GetLastWriteTimeUtc(source).ToString(DateForm, CultureInfo.InvariantCulture),
            Source = $"LiteLLM, {Path.GetFileName(source)}",
            ImportedHash = ContentHash.OfFile(source),
            Currency = "USD",
            Models = imported.Models,
        };
        Write(written, PriceFileText.Of(prices));
        Print(parsed.GetValue(format)!, written, prices, imported.Left);
        return ExitCode.Done;
    }

    private static void ThrowIfHandmade(string written)
    {
        if (File.Exists(written) && !File.ReadLines(written).Any(l => l.StartsWith("imported_hash:", StringComparison.Ordinal)))
            throw new InputException(new InputProblem(written, "this file was not written by an import", "Name another one with --out; an experiment may name both: prices: [prices.yaml, prices.litellm.yaml]."));
    }

    private static void Write(string file, string text)
    {
        try
        {
            File.WriteAllText(file, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(file, $"it cannot be written ({exception.Message})", "Name another file with --out."));
        }
    }

    private void Print(string how, string written, PriceFile prices, IReadOnlyList<LeftPrice> left)
    {
        var groups = left.GroupBy(l => l.Reason, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (Reason: g.Key, Models: g.Select(l => l.Model).ToList())).ToList();
        if (how == "json")
        {
            terminal.Line(JsonSerializer.Serialize(new { file = written, prices.Date, prices.Source, prices.ImportedHash, models = prices.Models.Keys, left = groups.Select(g => new { g.Reason, g.Models }) }, RunJson.Compact));
            return;
        }

        terminal.Line($"{written}: {prices.Models.Count} models, prices of {prices.Date} from {prices.Source} ({ContentHash.Short(prices.ImportedHash!)})");
        foreach (var (reason, names) in groups)
            terminal.Line($"left out: {reason}: {names.Count} {(names.Count == 1 ? "model" : "models")}: {string.Join(", ", names)}");
    }

    private static string[] CommaSeparated(ArgumentResult result) =>
        [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
