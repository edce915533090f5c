using System.CommandLine;
using EvalHarness.Cli.Terminal;
using EvalHarness.Datasets;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Linting;
using EvalHarness.Inputs;
using EvalHarness.Reports;
using EvalHarness.TrainingData;

namespace EvalHarness.Cli.Commands;

/// <summary>Checks a training file against the gold data, before a model is tuned on it.</summary>
internal sealed class LintTrainingCommand(TerminalOutput terminal)
{
    private readonly Argument<string> train = OutputOptions.Named("train", "The training file: JSONL of {\"messages\": […]}, or of prompt and completion.");
    private readonly Option<string> against = new("--against") { Description = "The gold data: samples.jsonl, its folder, or an experiment file, which also brings corpus, older corpora, schema, prompts and what arms were given.", Required = true };
    private readonly Option<string?> split = new("--split") { Description = "The split whose rows must not be trained on (default: the experiment's, else test); other splits are warned of." };
    private readonly Option<string?> corpus = new("--corpus") { Description = "The current articles: targets are held against them." };
    private readonly Option<string[]> older = new("--older-corpus") { Description = "An earlier snapshot, to find facts that are no longer true. May be repeated.", DefaultValueFactory = _ => [] };
    private readonly Option<string?> schema = new("--schema") { Description = "The JSON Schema that targets must meet." };
    private readonly Option<string[]> prompts = new("--prompt") { Description = "A prompt or few-shot file to hold against gold. May be repeated.", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> severities = new("--severity") { Description = "Another severity for a rule: --severity contradiction=warning. Leaks stay leaks for the gate.", DefaultValueFactory = _ => [] };
    private readonly Option<int> listed = new("--list") { Description = "Findings listed of each rule; all are counted.", DefaultValueFactory = _ => 20 };
    private readonly Option<string?> folder = new("--out") { Description = "A folder for lint.json, lint.csv, lint.md and lint.html." };
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        listed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--list must be 1 or more.");
        });
        var verb = new Verb(
            "lint-training",
            "Check a training file before a model is tuned on it: leaks of gold, contradictions, broken targets, stale facts, personal data, encoding. Exit 1 on errors.",
            "evalharness lint-training datasets/helpdesk/train.2026-09.jsonl --against datasets/helpdesk/experiment.yaml",
            "evalharness lint-training train.jsonl --against samples.jsonl --corpus corpus/2026-09 --older-corpus corpus/2026-03 --schema answer.schema.json --out reports/lint",
            "evalharness lint-training train.jsonl --against samples.jsonl --prompt prompts/few-shot.md --severity contradiction=warning --format json")
        { train, against, split, corpus, older, schema, prompts, severities, listed, folder, format };
        verb.SetAction(RunAsync);
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken token)
    {
        var result = await TrainingLinter.LintAsync(Request(parsed), token);
        if (parsed.GetValue(folder) is { } into)
            await WriteAsync(result, into, token);
        if (parsed.GetValue(format) == "json")
            terminal.Line(LintResultFile.Line(result));
        else
            new LintTables(terminal).Print(result);
        return result.IsClean ? ExitCode.Done : ExitCode.Against;
    }

    private LintRequest Request(ParseResult parsed)
    {
        var request = Described(parsed.GetRequiredValue(train), parsed.GetRequiredValue(against));
        return request with
        {
            Split = parsed.GetValue(split) ?? request.Split,
            Corpus = parsed.GetValue(corpus) is { } articles ? CorpusReader.Read(articles) : request.Corpus,
            OlderCorpora = parsed.GetValue(older) is { Length: > 0 } earlier ? [.. earlier.Select(CorpusReader.Read)] : request.OlderCorpora,
            AnswerSchema = parsed.GetValue(schema) is { } file ? SchemaText(file) : request.AnswerSchema,
            Prompts = [.. request.Prompts, .. parsed.GetValue(prompts)!.Select(p => PromptText.Read(p, p))],
            Severities = SeverityChanges.Read(parsed.GetValue(severities)!),
            ListedPerRule = parsed.GetValue(listed),
        };
    }

    private static LintRequest Described(string train, string against)
    {
        if (Path.GetExtension(against) is ".yaml" or ".yml")
            return new ExperimentLint(ExperimentReader.Read(against), Path.GetDirectoryName(against)!).Request(train);
        return new LintRequest { TrainFile = train, Dataset = Directory.Exists(against) ? Path.Combine(against, "samples.jsonl") : against };
    }

    private static string SchemaText(string file)
    {
        SchemaFile.Read(file);
        return InputText.Read(file);
    }

    private static async Task WriteAsync(LintResult result, string folder, CancellationToken cancellationToken)
    {
        try
        {
            await LintWriter.WriteAsync(result, folder, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(folder, $"it cannot be written ({exception.Message})", "Name another folder with --out."));
        }
    }
}
