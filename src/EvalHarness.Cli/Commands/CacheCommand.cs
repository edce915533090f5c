using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Providers.Caching;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>Shows and empties the response cache of a folder of runs.</summary>
internal sealed class CacheCommand(TerminalOutput terminal, TimeProvider time)
{
    private static readonly Dictionary<char, Func<double, TimeSpan>> Units = new()
    {
        ['d'] = TimeSpan.FromDays,
        ['h'] = TimeSpan.FromHours,
        ['m'] = TimeSpan.FromMinutes,
    };

    private readonly Option<string> parent = OutputOptions.Out();
    private readonly Option<string> format = OutputOptions.Format();
    private readonly Option<TimeSpan?> olderThan = new("--older-than") { Description = "Only replies made longer ago: 7d, 12h, 30m.", CustomParser = Age };

    public Command Build()
    {
        var stats = new Verb("stats", "Say what is in the response cache.", "evalharness cache stats --out reports") { parent, format };
        stats.SetAction(parsed => Use(parsed, cache => Print(cache.Statistics(), parsed.GetValue(format)!)));
        var clear = new Verb("clear", "Empty the response cache.", "evalharness cache clear", "evalharness cache clear --older-than 7d") { parent, olderThan };
        clear.SetAction(parsed => Use(parsed, cache => terminal.Line($"{cache.Clear(parsed.GetValue(olderThan))} replies removed")));
        return new Verb("cache", "Show or empty the cache of endpoints' replies.", "evalharness cache stats", "evalharness cache clear --older-than 7d") { stats, clear };
    }

    private int Use(ParseResult parsed, Action<ResponseCache> work)
    {
        var file = ResponseCache.FileIn(parsed.GetValue(parent)!);
        if (!File.Exists(file))
            terminal.Note($"there is no cache in {parsed.GetValue(parent)} yet; --out names the folder of runs");
        using var cache = new ResponseCache(file, new CacheLimits(), time, terminal.Note);
        work(cache);
        return ExitCode.Done;
    }

    private void Print(CacheStatistics statistics, string format)
    {
        if (format == "json")
            terminal.Line(JsonSerializer.Serialize(statistics, RunJson.Compact));
        else
            terminal.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{statistics.Replies} replies, {statistics.Bytes / 1e6:0.0} MB{(statistics.Oldest is { } oldest ? $", made between {oldest:yyyy-MM-dd} and {statistics.Newest:yyyy-MM-dd}" : "")}"));
    }

    private static TimeSpan? Age(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text.Length > 1 && Units.TryGetValue(text[^1], out var unit)
            && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count <= 100_000)
            return unit(count);
        result.AddError($"--older-than: '{text}' is no age. Write 7d, 12h or 30m.");
        return null;
    }
}
