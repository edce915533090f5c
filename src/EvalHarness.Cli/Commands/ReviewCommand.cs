using System.CommandLine;
using EvalHarness.Cli.Reviewing;
using EvalHarness.Cli.Terminal;
using EvalHarness.Datasets;
using EvalHarness.Drafting;
using EvalHarness.Drafting.Reviews;
using EvalHarness.Experiments;
using EvalHarness.Imports.Labelling;
using EvalHarness.Inputs;
using EvalHarness.Reports.Reviewing;

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
    private readonly Option<string?> page = new("--page") { Description = "Ask nothing: write a page (HTML) that asks in a browser, offline, and hands decisions out as a file." };
    private readonly Option<string?> import = new("--import") { Description = "Ask nothing: take in what the page handed out (JSON or CSV)." };
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        var verb = new Verb(
            "review",
            "Decide on drafts one by one: accept, reject, edit, skip, back, quit. What is accepted becomes a gold sample. The same command goes on where you quit; without a terminal, decisions are read line by line.",
            "evalharness review samples.drafts.jsonl",
            "evalharness review samples.drafts.jsonl --reviewer ada --corpus docs --out samples.jsonl",
            "evalharness review samples.drafts.jsonl --page review.html",
            "evalharness review samples.drafts.jsonl --import decisions.json") { drafts, samples, corpus, previous, reviewer, dev, page, import, format };
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
        verb.Validators.Add(result =>
        {
            if (result.GetValue(page) is not null && result.GetValue(import) is not null)
                result.AddError("--page and --import exclude one another.");
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
        if (parsed.GetValue(page) is { } html)
            return await WritePageAsync(Shown(parsed, candidates), html, file, cancellationToken);
        using var decisions = await ReviewFile.OpenAsync(ReviewFile.Beside(file), cancellationToken);
        if (parsed.GetValue(import) is { } handedIn)
            await ImportAsync(parsed, handedIn, candidates, decisions, cancellationToken);
        else
            Ask(parsed, candidates, decisions);
        ReviewResult result = new(parsed.GetRequiredValue(samples), new AcceptedSample(parsed.GetValue(dev)), terminal);
        await result.WriteAsync(all, candidates, decisions.Decisions, parsed.GetValue(format)!, cancellationToken);
        return ExitCode.Done;
    }

    private async Task<int> WritePageAsync(IReadOnlyList<ShownDraft> shown, string html, string file, CancellationToken cancellationToken)
    {
        await ReviewPage.WriteAsync(shown, html, cancellationToken);
        terminal.Line($"{html}: {shown.Count} drafts. Open it in a browser; then: evalharness review {file} --import decisions.json");
        return ExitCode.Done;
    }

    private async Task ImportAsync(ParseResult parsed, string handedIn, IReadOnlyList<Draft> candidates, ReviewFile decisions, CancellationToken cancellationToken)
    {
        var sheet = await ReviewSheetReader.ReadAsync(handedIn, cancellationToken);
        foreach (var decision in ReviewImport.Read(sheet, candidates, Reviewer(parsed), time.GetUtcNow()))
            decisions.Enter(decision);
    }

    private void Ask(ParseResult parsed, IReadOnlyList<Draft> candidates, ReviewFile decisions)
    {
        IReviewDesk desk = terminal.IsInteractive && !Console.IsInputRedirected && ReferenceEquals(input, Console.In) ? new PromptDesk(terminal.Progress) : new LineDesk(input, terminal);
        DraftView view = new(parsed.GetValue(format) == "json" ? terminal.WithoutResults() : terminal);
        new ReviewSession(decisions, Reviewer(parsed), time).Run(Shown(parsed, candidates), view, desk);
    }

    private string Reviewer(ParseResult parsed) => parsed.GetRequiredValue(reviewer).Trim();

    private List<ShownDraft> Shown(ParseResult parsed, IReadOnlyList<Draft> candidates)
    {
        var folder = parsed.GetValue(corpus) ?? CorpusHere();
        var now = folder is null ? null : CorpusReader.Read(folder);
        var before = parsed.GetValue(previous) is { } earlier ? CorpusReader.Read(earlier) : null;
        if (now is not null && candidates.Count(d => d.Corpus != ContentHash.Short(now.Hash)) is > 0 and var others)
            terminal.Note($"warning: {others} drafts were made of another state of {folder}: a quote may stand elsewhere or nowhere now.");
        return [.. candidates.Select(d => ShownDraft.Of(d, now, before))];
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
}
