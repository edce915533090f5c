using System.CommandLine;
using System.CommandLine.Parsing;
using EvalHarness.Drafting;
using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Cli.Generating;

/// <summary>Which model drafts, and what, as the command line says it.</summary>
internal sealed class GenerateOptions
{
    private const string UsualExperiment = "experiment.yaml";

    private readonly Option<string?> experiment = new("--experiment") { Description = $"The experiment whose model, endpoints and prices are used; {UsualExperiment} where it is there." };
    private readonly Option<string?> pipeline = new("--pipeline") { Description = "The pipeline whose model drafts; the first chat pipeline without a checkpoint when absent." };
    private readonly Option<string?> url = new("--url") { Description = "Without an experiment: the base URL of an OpenAI-compatible server." };
    private readonly Option<string?> keyEnv = new("--key-env") { Description = "With --url: the environment variable that holds the key." };
    private readonly Option<string?> model = new("--model") { Description = "The model's name there; the pipeline's when absent." };
    private readonly Option<string> responseFormat = new("--response-format") { Description = "How JSON is asked for: json_schema, json_object or none, for a server that knows neither.", DefaultValueFactory = _ => "json_schema" };
    private readonly Option<string[]> kinds = new("--kinds") { Description = $"Only these kinds, separated by commas: {string.Join(", ", KindNames)}. changed-fact needs --previous.", CustomParser = CommaSeparated };
    private readonly Option<string?> previous = new("--previous") { Description = "An older snapshot of the corpus: what has changed since is asked for." };
    private readonly Option<string?> prompts = new("--prompts") { Description = "A folder of prompts that replace ours of the same name: draft-single-hop.prompt.md." };

    private static IReadOnlyList<string> KindNames => [.. Enum.GetValues<DraftKind>().Select(k => DraftNames.Of(k))];

    public void AddTo(Command verb)
    {
        responseFormat.AcceptOnlyFromAmong("json_schema", "json_object", "none");
        foreach (var option in new Option[] { experiment, pipeline, url, keyEnv, model, responseFormat, kinds, previous, prompts })
            verb.Add(option);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(url) is not null && (result.GetValue(experiment) ?? result.GetValue(pipeline)) is not null)
                result.AddError("--url excludes --experiment and --pipeline.");
            if (result.GetValue(url) is not null && result.GetValue(model) is null)
                result.AddError("--url needs --model: the model's name there.");
        });
    }

    public DraftingRequest Read(ParseResult parsed) => new()
    {
        Experiment = parsed.GetValue(url) is null ? parsed.GetValue(experiment) ?? Usual() : null,
        Pipeline = parsed.GetValue(pipeline),
        Url = parsed.GetValue(url),
        KeyEnv = parsed.GetValue(keyEnv),
        Model = parsed.GetValue(model),
        ResponseFormat = parsed.GetValue(responseFormat)!,
        Kinds = Kinds(parsed.GetValue(kinds) ?? [], parsed.GetValue(previous) is not null),
        Previous = parsed.GetValue(previous),
        Prompts = parsed.GetValue(prompts),
    };

    private static string Usual() => File.Exists(UsualExperiment)
        ? UsualExperiment
        : throw new InputException(new InputProblem("generate", $"nothing says which model drafts: there is no {UsualExperiment} here", "Name an experiment with --experiment, or a server with --url and --model."));

    private static IReadOnlyList<DraftKind> Kinds(IReadOnlyList<string> named, bool hasPrevious)
    {
        List<DraftKind> kinds = named.Count == 0 ? [.. Enum.GetValues<DraftKind>().Where(k => hasPrevious || k != DraftKind.ChangedFact)] : [.. named.Select(Kind)];
        return hasPrevious || !kinds.Contains(DraftKind.ChangedFact)
            ? kinds
            : throw new InputException(new InputProblem("--kinds", "changed-fact is asked for, and there is no older snapshot", "Name its folder with --previous."));
    }

    private static DraftKind Kind(string name) => Enum.GetValues<DraftKind>().Where(k => DraftNames.Of(k) == name).Cast<DraftKind?>().FirstOrDefault()
        ?? throw new InputException(new InputProblem("--kinds", $"there is no kind '{name}'", $"{NearestName.Question(name, KindNames)}Kinds: {string.Join(", ", KindNames)}."));

    private static string[] CommaSeparated(ArgumentResult result) =>
        [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
