using System.CommandLine;
using System.CommandLine.Parsing;
using EvalHarness.Cli.Completing;
using EvalHarness.Experiments;

namespace EvalHarness.Cli.Commands;

/// <summary>The experiment on the command line, and what may be changed in it for one call.</summary>
internal sealed class ExperimentOptions
{
    private readonly Argument<string> file = OutputOptions.Named("experiment", "The experiment file (YAML).");
    private readonly Option<string[]> pipelines = new("--pipelines") { Description = "Only these, separated by commas: rag,hybrid. The first is the baseline where the experiment's is not among them.", CustomParser = CommaSeparated };
    private readonly Option<string?> split = new("--split") { Description = "Replay this split instead of the experiment's." };
    private readonly Option<int?> repeats = new("--repeats") { Description = "Answers per sample and pipeline." };
    private readonly Option<string[]> set = new("--set") { Description = "Change one value of the experiment for this call: --set pipelines.rag.retrieval.passages=8", DefaultValueFactory = _ => [] };

    private readonly Option<bool> allowPlugins = new("--allow-plugins") { Description = "Programs and assemblies that the experiment names may be started and loaded." };

    public bool AllowsPlugins(ParseResult parsed) => parsed.GetValue(allowPlugins);

    /// <summary>Whether every pipeline of the experiment is meant.</summary>
    public bool IsWhole(ParseResult parsed) => parsed.GetValue(pipelines) is not { Length: > 0 };

    /// <summary>For a verb that can do something without an experiment.</summary>
    public void MakeOptional() => file.Arity = ArgumentArity.ZeroOrOne;

    /// <summary>Whether an experiment is named.</summary>
    public bool IsNamed(ParseResult parsed) => parsed.GetValue(file) is not null;

    public void AddTo(Command command)
    {
        AddWithoutPipelinesTo(command);
        pipelines.SuggestsPipelines(file);
        command.Add(pipelines);
    }

    /// <summary>For a verb that chooses pipelines in a way of its own.</summary>
    public void AddWithoutPipelinesTo(Command command)
    {
        command.Add(file);
        command.Add(split);
        command.Add(repeats);
        command.Add(set);
        command.Add(allowPlugins);
    }

    /// <param name="more">Settings of the verb's own options, as <c>key.path=value</c>.</param>
    public Experiment Read(ParseResult parsed, params IEnumerable<string> more)
    {
        List<string> overrides = [.. parsed.GetValue(set)!, .. more];
        if (parsed.GetValue(split) is { } splitName)
            overrides.Add($"split={splitName}");
        if (parsed.GetValue(repeats) is { } count)
            overrides.Add(FormattableString.Invariant($"run.repeats={count}"));
        var experiment = ExperimentReader.Read(parsed.GetRequiredValue(file), overrides);
        return parsed.GetValue(pipelines) is { Length: > 0 } names ? Only(experiment, names) : experiment;
    }

    private static Experiment Only(Experiment experiment, IReadOnlyList<string> names)
    {
        foreach (var name in names)
            PipelineNames.Known(name, "--pipelines", experiment.Pipelines);
        return experiment with
        {
            Pipelines = [.. experiment.Pipelines.Where(p => names.Contains(p.Name))],
            Baseline = names.Contains(experiment.Baseline) ? experiment.Baseline : names[0],
        };
    }

    private static string[] CommaSeparated(ArgumentResult result)
    {
        string[] names = [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        if (names.Length == 0)
            result.AddError("--pipelines names no pipeline.");
        return names;
    }
}
