using System.CommandLine;
using EvalHarness.Cli.Generating;
using EvalHarness.Cli.Terminal;
using EvalHarness.Drafting;
using EvalHarness.Experiments.Forecasts;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;
using Spectre.Console;

namespace EvalHarness.Cli.Commands;

/// <summary>Drafts gold samples from a corpus with a model: says first what it costs, and goes on where it was stopped.</summary>
internal sealed class GenerateCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly Argument<string> corpus = OutputOptions.Named("corpus", "The folder of documents: Markdown files.");
    private readonly Option<int> count = new("--count") { Description = "Drafts that are wanted. Refused ones are made up for, at most as many again.", DefaultValueFactory = _ => 50 };
    private readonly Option<string> file = new("--out") { Description = "The file of drafts. What is in it already is not drafted again.", DefaultValueFactory = _ => "samples.drafts.jsonl" };
    private readonly GenerateOptions options = new();
    private readonly Option<int> seed = new("--seed") { Description = "Another order of passages.", DefaultValueFactory = _ => 1 };
    private readonly Option<bool> yes = new("--yes") { Description = "Do not ask whether the forecast is agreed to." };
    private readonly Option<bool> estimateOnly = new("--estimate-only") { Description = "Print the forecast and end; nothing is called." };
    private readonly Option<string> reports = LabelOptions.Reports();
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        var verb = new Verb(
            "generate",
            "Draft gold samples from a corpus: questions with answers, each anchored to verbatim quotes and tried on the model. A draft counts for nothing until review has accepted it.",
            "evalharness generate docs --count 60",
            "evalharness generate docs --count 60 --estimate-only",
            "evalharness generate docs --url http://127.0.0.1:8000/v1 --model base-7b --yes",
            "evalharness generate corpus/2026-09 --previous corpus/2026-03 --kinds changed-fact,unanswerable --count 20") { corpus, count, file };
        options.AddTo(verb);
        foreach (var option in new Option[] { seed, yes, estimateOnly, reports, format })
            verb.Add(option);
        count.Validators.Add(result =>
        {
            if (result.Tokens is [var written, ..] && int.TryParse(written.Value, out var number) && number < 1)
                result.AddError("--count must be 1 or more.");
        });
        verb.SetAction(RunAsync);
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using DraftingComposition composition = new(options.Read(parsed), parsed.GetRequiredValue(corpus), parsed.GetValue(reports)!, time, terminal.Note);
        var inputs = await composition.InputsAsync(parsed.GetValue(seed), cancellationToken);
        var model = await composition.ModelAsync(cancellationToken);
        Warn(composition.Source, parsed.GetRequiredValue(corpus));
        using var drafts = await DraftFile.OpenAsync(parsed.GetValue(file)!, cancellationToken);
        DraftingRun run = new(inputs, drafts, parsed.GetValue(count), composition.Concurrency);
        if (parsed.GetValue(estimateOnly))
            return Forecast(parsed, composition, inputs, run.Missing);
        if (run.Missing is { Count: > 0 } missing)
            Agree(parsed, composition, inputs, missing);
        var made = await DraftAsync(run, model, cancellationToken);
        return new DraftingResult(parsed.GetValue(file)!, parsed.GetValue(count), terminal).Print(made, DraftingBill.Of(model.Calls, composition.Prices), parsed.GetValue(format)!);
    }

    private void Warn(DraftingSource source, string folder)
    {
        if (source.Interested is { Count: > 0 } interested)
            terminal.Note($"warning: '{source.Model.Options.Name}' drafts, and answers in {string.Join(", ", interested)}: a model's own questions may suit it. Draft with another one (--model) where you can.");
        if (source.Experiment is { Corpus: { } named } experiment && Whole(experiment.Resolve(named)) != Whole(folder))
            terminal.Note($"warning: {experiment.File} checks evidence against '{named}', not against {folder}.");
    }

    private static string Whole(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    private int Forecast(ParseResult parsed, DraftingComposition composition, DraftingInputs inputs, IReadOnlyList<DraftSlot> slots)
    {
        ForecastResult.PrintDrafts(Estimate(composition, inputs, slots), parsed.GetValue(format)!, terminal);
        return ExitCode.Done;
    }

    private static Forecast Estimate(DraftingComposition composition, DraftingInputs inputs, IReadOnlyList<DraftSlot> slots) =>
        new DraftForecast(inputs.Prompts, composition.Source.Model.Options, composition.Prices).Of(slots, composition.Concurrency, composition.Source.Endpoints);

    // The forecast is no result: where JSON is asked for, only the drafts are.
    private void Agree(ParseResult parsed, DraftingComposition composition, DraftingInputs inputs, IReadOnlyList<DraftSlot> missing)
    {
        if (parsed.GetValue(format) != "json")
            ForecastResult.PrintDrafts(Estimate(composition, inputs, missing), "text", terminal);
        if (parsed.GetValue(yes))
            return;
        if (!terminal.IsInteractive || Console.IsInputRedirected)
            throw new InputException(new InputProblem("generate", "nobody can be asked here whether this may be spent", "Nothing was called. Give --yes, or --estimate-only for the forecast alone."));
        if (!terminal.Progress.Confirm("Go on?"))
            throw new OperationCanceledException();
    }

    private async Task<IReadOnlyList<Draft>> DraftAsync(DraftingRun run, DraftingModel model, CancellationToken cancellationToken)
    {
        try
        {
            return await run.RunAsync(model, time, new DraftingProgress(run.Missing.Count, terminal, time).Drafted, cancellationToken);
        }
        catch (Exception exception) when (exception.First<EndpointStoppedException>() is { } stopped)
        {
            throw new RunStoppedException([new RunStop(StopCause.Endpoint, null, $"{stopped.Message.TrimEnd('.')}. Mend it, then give the same command again: what is drafted is kept.")]);
        }
        catch (Exception exception) when (exception.First<IEndpointFailure>() is { } failure)
        {
            throw new RunStoppedException([new RunStop(failure.IsOutage ? StopCause.Outage : StopCause.Endpoint, null, $"{failure.Message.TrimEnd('.')}. {failure.Mend ?? Hint(failure.Message)}")]);
        }
    }

    private static string Hint(string message) =>
        $"{(message.Contains("response_format", StringComparison.OrdinalIgnoreCase) || message.Contains("json_schema", StringComparison.OrdinalIgnoreCase) ? "Does the server know no JSON Schema? Try --response-format json_object. " : "")}The same command goes on from here: what is drafted is kept.";
}
