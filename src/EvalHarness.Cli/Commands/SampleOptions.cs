using System.CommandLine;
using EvalHarness.Cli.Gating;
using EvalHarness.Cli.Terminal;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>Which samples of the split a run replays, as the command line says it.</summary>
internal sealed class SampleOptions(TerminalOutput terminal, TimeProvider time)
{
    private readonly Option<string[]> filter = new("--filter") { Description = "Only samples with this tag: --filter topic=login. Repeated, all must hold.", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> ids = new("--sample-id") { Description = "Only these samples, separated by commas: --sample-id q1,q7.", DefaultValueFactory = _ => [] };
    private readonly Option<string?> onlyFailing = new("--only-failing") { Description = "Only samples that some pipeline got wrong, declined or failed on in this run." };

    public void AddTo(Command verb)
    {
        verb.Add(filter);
        verb.Add(ids);
        verb.Add(onlyFailing);
        filter.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.IndexOf('=', StringComparison.Ordinal) < 1))
                result.AddError($"--filter '{token.Value}' is not tag=value.");
        });
        verb.Validators.Add(result =>
        {
            if (result.GetValue(onlyFailing) is not null && result.GetValue(ids) is { Length: > 0 })
                result.AddError("--only-failing and --sample-id exclude one another.");
        });
    }

    /// <param name="limit">Of those that the options leave.</param>
    /// <param name="parent">The folder of runs.</param>
    /// <exception cref="InputException">The run with the failures cannot be read, or has none.</exception>
    public async Task<SampleChoice> ReadAsync(ParseResult parsed, int? limit, string parent, CancellationToken cancellationToken)
    {
        string[] named = parsed.GetValue(onlyFailing) is { } run
            ? [.. await FailingAsync(run, parent, cancellationToken)]
            : [.. parsed.GetValue(ids)!.SelectMany(i => i.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        return new SampleChoice(limit)
        {
            Filter = new SampleFilter
            {
                Tags = [.. parsed.GetValue(filter)!.Distinct().Order(StringComparer.Ordinal)],
                Ids = [.. named.Distinct().Order(StringComparer.Ordinal)],
            },
        };
    }

    /// <summary>What a reader of the report must know of the choice.</summary>
    public IEnumerable<string> Notes(ParseResult parsed, SampleChoice choice)
    {
        if (choice.Filter.Tags.Count > 0)
            yield return $"Only samples with {string.Join(" and ", choice.Filter.Tags)}: figures are of these, not of the split.";
        if (parsed.GetValue(onlyFailing) is { } run)
            yield return $"Only samples that some pipeline got wrong in run {Path.GetFileName(run.TrimEnd('/', '\\'))}: chosen by their outcome, so figures say nothing of the split.";
        else if (choice.Filter.Ids.Count > 0)
            yield return $"Only {choice.Filter.Ids.Count} samples that were named: figures are of these, not of the split.";
    }

    private async Task<IReadOnlyList<string>> FailingAsync(string named, string parent, CancellationToken cancellationToken)
    {
        await using var scores = await RecordedScores.ReadAsync(RunFolder.Find(named, parent), parent, terminal, time, change: null, cancellationToken);
        var failing = await FailingSamples.OfAsync(scores.Report, cancellationToken);
        return failing.Count > 0
            ? failing
            : throw new InputException(new InputProblem("--only-failing", $"no pipeline got a sample wrong in run {scores.Run.Manifest.Id}", "There is nothing to try again: leave the option out."));
    }
}
