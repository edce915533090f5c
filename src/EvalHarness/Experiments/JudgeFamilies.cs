using System.Text.RegularExpressions;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Experiments;

/// <summary>Finds judges that grade models of their own family: they favour what reads like themselves.</summary>
/// <remarks>Source: self-preference, Panickssery et al. 2024, arXiv:2404.13076. A family is told by the first letters of a model's name (<c>gpt</c>, <c>claude</c>, <c>llama</c>), so a renamed deployment is not recognised.</remarks>
public static partial class JudgeFamilies
{
    /// <summary>What OpenAI puts before the name of a tuned model.</summary>
    private const string Tuned = "ft:";

    private static readonly string[] OfOpenAi = ["gpt", "o", "chatgpt"];

    /// <summary>A sentence for each judge and pipeline of one family, for the terminal and the report.</summary>
    public static IReadOnlyList<string> Warnings(Experiment experiment) =>
    [
        .. from judge in experiment.Judges
           where IsAsked(judge, experiment)
           from pipeline in experiment.Pipelines
           where pipeline.Kind == ChatPipelineFactory.ChatKind
           let candidate = ChatPipelineFactory.ModelOf(pipeline)
           where IsOneFamily(judge.Model, judge.Endpoint, candidate.Options, candidate.Endpoint)
           select $"Judge '{judge.Name}' ({judge.Model.Name}) and pipeline '{pipeline.Name}' ({candidate.Options.Name}) are of one model family: judges favour their own. Judge with another family, or measure it with calibrate.",
    ];

    private static bool IsAsked(JudgeSource judge, Experiment experiment) =>
        experiment.Correctness?.Judge == judge.Name
        || new[] { (experiment.Verifier.Kind == JudgeVerifier.Kind, experiment.Verifier.Settings) }
            .Concat(experiment.Metrics.Select(m => (m.Kind == RubricMetricFactory.RubricKind, m.Settings)))
            .Any(use => use.Item1 && ((string?)use.Settings["judge"] ?? judge.Name) == judge.Name);

    private static bool IsOneFamily(ModelOptions judge, NamedEndpoint? judgedBy, ModelOptions candidate, NamedEndpoint? servedBy) =>
        Protocol(judgedBy) == Protocol(servedBy) && Stem(judge.Name) is { } stem && stem == Stem(candidate.Name);

    // Azure serves the models of OpenAI.
    private static string? Protocol(NamedEndpoint? endpoint) => endpoint?.Options.Provider.Replace("azure-", "", StringComparison.Ordinal);

    /// <summary>Of <c>meta-llama/Llama-3.1-70B</c> it is <c>llama</c>, of <c>ft:gpt-4o-mini:acme::x</c> it is <c>gpt</c>.</summary>
    internal static string? Stem(string? model)
    {
        var name = (model ?? "").Split('/')[^1];
        var stem = FirstLetters().Match(name.StartsWith(Tuned, StringComparison.OrdinalIgnoreCase) ? name[Tuned.Length..] : name).Value.ToLowerInvariant();
        return OfOpenAi.Contains(stem) ? OfOpenAi[0] : stem.Length > 0 ? stem : null;
    }

    [GeneratedRegex("^[a-z]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstLetters();
}
