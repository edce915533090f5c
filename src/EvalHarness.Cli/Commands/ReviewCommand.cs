using System.CommandLine;
using System.Text.Json;
using EvalHarness.Cli.Reviewing;
using EvalHarness.Cli.Terminal;
using EvalHarness.Datasets;
using EvalHarness.Drafting;
using EvalHarness.Drafting.Reviews;
using EvalHarness.Experiments;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>Has a person decide on drafts, and makes gold samples of those that were accepted.</summary>
/// <param name="input">Where decisions come from when no terminal is there.</param>
internal sealed class ReviewCommand(TerminalOutput terminal, TextReader input, TimeProvider time)
{
    private const double UsualDevShare = 0.2;
    private const string UsualExperiment = "experiment.yaml";

    private readonly Argument<string> drafts = OutputOptions.Named("drafts", "The file of drafts, as generate writes it.");
    private readonly Option<string> samples = new("--out") { Description = "The gold samples. Rows that are no drafts stay; placeholders go.", DefaultValueFactory = _ => "samples.jsonl" };
    private readonly Option<string?> corpus = new("--corpus") { Description = "The documents, to show what stands around a quote; the corpus of ./experiment.yaml when absent." };
    private readonly Option<string?> previous = new("--previous") { Description = "The older snapshot, for changed facts." };
    private readonly Option<string> reviewer = new("--reviewer") { Description = "Who decides: it stands in each decision and sample.", DefaultValueFactory = _ => Environment.UserName };
    private readonly Option<double> dev = new("--dev") { Description = "The share of documents whose samples go into split dev, 0 to 1; the others' into test.", DefaultValueFactory = _ => UsualDevShare };
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        var verb = new Verb(
            "review",
            "Decide on drafts one by one: accept, reject, edit, skip, back, quit. What is accepted becomes a gold sample. The same command goes on where you quit; without a terminal, decisions are read line by line.",
            "evalharness review samples.drafts.jsonl",
            "evalharness review samples.drafts.jsonl --reviewer ada --corpus docs --out samples.jsonl") { drafts, samples, corpus, previous, reviewer, dev, format };
        dev.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is < 0 or > 1 or double.NaN)
                result.AddError("--dev must be from 0 to 1.");
        });
        reviewer.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError("--reviewer is empty: say who decides.");
        });
        verb.SetAction(RunAsync);
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(drafts);
        var all = await DraftLines.ReadAsync(file, cancellationToken);
        // One document after the other: who reads it once can decide on all of its drafts.
        List<Draft> candidates = [.. all.Where(d => d.Refused is null).OrderBy(d => d.Documents[0], StringComparer.Ordinal).ThenBy(d => d.Kind).ThenBy(d => d.Id, StringComparer.Ordinal)];
        if (candidates.Count == 0)
            throw new InputException(new InputProblem(file, "no draft is a candidate", "Draft some: evalharness generate <corpus>"));
        using var decisions = await ReviewFile.OpenAsync(ReviewFile.Beside(file), cancellationToken);
        new ReviewSession(candidates, decisions, parsed.GetRequiredValue(reviewer).Trim(), time).Run(View(parsed, candidates), Desk());
        return await FinishAsync(parsed, all, candidates, decisions.Decisions, cancellationToken);
    }

    private DraftView View(ParseResult parsed, IReadOnlyList<Draft> candidates)
    {
        var folder = parsed.GetValue(corpus) ?? CorpusHere();
        var read = folder is null ? null : CorpusReader.Read(folder);
        if (read is not null && candidates.Count(d => d.Corpus != ContentHash.Short(read.Hash)) is > 0 and var others)
            terminal.Note($"warning: {others} drafts were made of another state of {folder}: a quote may stand elsewhere or nowhere now.");
        return new DraftView(read, parsed.GetValue(previous) is { } earlier ? CorpusReader.Read(earlier) : null, parsed.GetValue(format) == "json" ? terminal.WithoutResults() : terminal);
    }

    // Reviewing may be what mends the experiment: its samples are still to be made.
    private string? CorpusHere()
    {
        if (!File.Exists(UsualExperiment))
            return null;
        try
        {
            return ExperimentReader.Read(UsualExperiment) is { Corpus: { } named } experiment ? experiment.Resolve(named) : null;
        }
        catch (InputException exception)
        {
            terminal.Note($"warning: quotes are shown without the text around them, because {UsualExperiment} cannot be read: {exception.Problems[0]} Name the corpus with --corpus.");
            return null;
        }
    }

    private IReviewDesk Desk() => terminal.IsInteractive && !Console.IsInputRedirected && ReferenceEquals(input, Console.In)
        ? new PromptDesk(terminal.Progress)
        : new LineDesk(input, terminal);

    private async Task<int> FinishAsync(ParseResult parsed, IReadOnlyList<Draft> all, IReadOnlyList<Draft> candidates, IReadOnlyDictionary<string, ReviewDecision> decided, CancellationToken cancellationToken)
    {
        var target = parsed.GetRequiredValue(samples);
        AcceptedSample made = new(parsed.GetValue(dev));
        List<Sample> accepted = [.. candidates.Where(d => decided.GetValueOrDefault(d.Id)?.Decision == ReviewVerdict.Accept).Select(d => made.Of(d, decided[d.Id]))];
        var (kept, placeholders) = accepted.Count == 0 && !File.Exists(target) ? (0, 0) : await GoldFile.WriteAsync(target, [.. all.Select(d => d.Id)], accepted, cancellationToken);
        if (parsed.GetValue(format) == "json")
        {
            terminal.Line(JsonSerializer.Serialize(new { file = target, accepted = accepted.Count, rejected = candidates.Count(d => decided.GetValueOrDefault(d.Id)?.Decision == ReviewVerdict.Reject), open = candidates.Count(d => !decided.ContainsKey(d.Id)), kept, splits = accepted.CountBy(s => s.Split).OrderBy(s => s.Key, StringComparer.Ordinal).ToDictionary(s => s.Key, s => s.Value) }, RunJson.Compact));
            return ExitCode.Done;
        }

        terminal.Results.Write(AcceptanceTable.Of(candidates, decided));
        terminal.Paragraph("Brackets hold the 95 % interval (Wilson; drafts of one document are taken as independent).");
        if (placeholders > 0)
            terminal.Line($"{placeholders} placeholder rows were taken out of {target}.");
        terminal.Line($"{target}: {accepted.Count} accepted samples ({string.Join(", ", accepted.CountBy(s => s.Split).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Value} {s.Key}"))}){(kept > 0 ? $" beside {kept} that were there" : "")}.");
        return ExitCode.Done;
    }
}
