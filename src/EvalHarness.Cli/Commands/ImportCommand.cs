using System.CommandLine;
using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Imports.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>Makes a dataset of ours from another tool's.</summary>
internal sealed class ImportCommand(TerminalOutput terminal)
{
    private readonly Argument<string> from = OutputOptions.Named("format", $"What the source is: {string.Join(", ", DatasetFormats.All.Select(f => f.Name))}.");
    private readonly Argument<string> source = OutputOptions.Named("source", "The file, or the folder of a BEIR dataset.");
    private readonly Argument<string> target = OutputOptions.Named("target", "The samples to write: samples.jsonl. Articles go into corpus/ beside it.");
    private readonly Option<string[]> map = new("--map") { Description = "Where a thing stands, as thing=column or thing=$.json.path; again for each. Things: id, question, answers, superseded_answers, unanswerable, split, cluster, tags.<name>, context.<name>.", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> where = new("--where") { Description = "Only rows whose column has a value, as column=value; again for each.", DefaultValueFactory = _ => [] };
    private readonly Option<int?> limit = new("--limit") { Description = "The first so many samples." };
    private readonly Option<string?> split = new("--split") { Description = "The split that samples are put into; of BEIR, the one that is read." };
    private readonly Option<bool> force = new("--force") { Description = "Replace what stands at the target." };
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        var verb = new Verb(
            "import",
            "Make a dataset from another tool's. What cannot be carried over is listed.",
            "evalharness import squad dev-v2.0.json datasets/squad/samples.jsonl",
            "evalharness import beir nfcorpus datasets/nfcorpus/samples.jsonl --split test",
            "evalharness import jsonl answers.jsonl.gz samples.jsonl --map id=qid --map answers=gold --map tags.type=type");
        verb.Add(from);
        verb.Add(source);
        verb.Add(target);
        foreach (var option in new Option[] { map, where, limit, split, force, format })
            verb.Add(option);
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
                result.AddError("--limit is below 1: write how many samples are kept.");
        });
        verb.SetAction(RunAsync);
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new ImportRequest(parsed.GetValue(source)!, Pairs("--map", parsed.GetValue(map)!), Pairs("--where", parsed.GetValue(where)!), parsed.GetValue(split));
        var import = new DatasetImport(DatasetFormats.Named(parsed.GetValue(from)!));
        var report = await import.WriteAsync(request, parsed.GetValue(target)!, parsed.GetValue(limit), parsed.GetValue(force), cancellationToken);
        if (parsed.GetValue(format) == "json")
            terminal.Line(JsonSerializer.Serialize(report, RunJson.Compact));
        else
            Print(report);
        return ExitCode.Done;
    }

    private void Print(ImportReport report)
    {
        terminal.Line($"{report.Target}: {report.Samples} samples{(report.Unlabelled > 0 ? $", {report.Unlabelled} of them unlabelled" : "")}.");
        if (report.Corpus is { } corpus)
            terminal.Line($"{corpus}: {report.Documents} articles.");
        if (report.LeftOut.Count > 0)
            terminal.Line("Not carried over:");
        foreach (var kind in report.LeftOut)
            terminal.Line($"  {kind.Count} × {kind.What}: {string.Join(", ", kind.Examples)}{(kind.Count > kind.Examples.Count ? ", …" : "")}");
    }

    private static Dictionary<string, string> Pairs(string option, IEnumerable<string> written)
    {
        Dictionary<string, string> pairs = new(StringComparer.Ordinal);
        foreach (var text in written)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == text.Length - 1)
                throw new InputException(new InputProblem(option, $"'{text}' is no pair", $"Write name=value: {option} question=prompt."));
            if (!pairs.TryAdd(text[..at], text[(at + 1)..]))
                throw new InputException(new InputProblem(option, $"'{text[..at]}' is given twice", "Keep one."));
        }

        return pairs;
    }
}
