using System.Collections.Concurrent;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;

namespace EvalHarness.Evaluators.Judges;

/// <summary>The judges of an experiment by name; one that nobody asks is never connected.</summary>
public sealed class JudgeSet(IReadOnlyList<JudgeSource> sources, IReadOnlyList<IModelProvider> providers)
{
    private readonly ConcurrentDictionary<string, Judge> judges = new(StringComparer.Ordinal);

    public static JudgeSet None { get; } = new([], []);

    /// <param name="where">What asks for it, for the message.</param>
    /// <exception cref="InputException">There is no such judge, or its endpoint cannot serve it.</exception>
    public Judge Named(string name, string where)
    {
        var source = sources.FirstOrDefault(s => s.Name == name) ?? throw new InputException(Unknown(name, where));
        return judges.GetOrAdd(name, _ => new Judge(source, Provider(source)));
    }

    /// <summary>The one that is meant where nobody says a name.</summary>
    /// <exception cref="InputException">There are none, or several.</exception>
    public string OnlyName(string where) => sources is [var only]
        ? only.Name
        : throw new InputException(sources.Count == 0
            ? new InputProblem(where, "a judge is asked, and the experiment has none", "Describe one under judges:.")
            : new InputProblem(where, $"there are {sources.Count} judges, and nothing says which is asked", $"Name one: {string.Join(", ", sources.Select(s => s.Name))}."));

    /// <summary>What is wrong with the judges, whoever asks them; nothing is called.</summary>
    public IReadOnlyList<InputProblem> Problems() => [.. sources.SelectMany(Problems)];

    private IEnumerable<InputProblem> Problems(JudgeSource source)
    {
        var where = $"judge '{source.Name}'";
        if (source.Prompt is { } prompt && NamedPath.MissingFile(where, prompt, source.Folder, "prompt: ") is { } missing)
            yield return missing;
        if (source.Endpoint is null)
            yield return NoEndpoint(source);
        else if (Find(source) is not { } provider)
            yield return NoProvider(source);
        else if (provider.Check(new ModelSource(source.Model, source.Folder, source.Endpoint), where) is { } problem)
            yield return problem;
    }

    private IModelProvider Provider(JudgeSource source) => Find(source) ?? throw new InputException(source.Endpoint is null ? NoEndpoint(source) : NoProvider(source));

    private IModelProvider? Find(JudgeSource source) => providers.FirstOrDefault(p => p.Name == source.Endpoint?.Options.Provider);

    private static InputProblem NoEndpoint(JudgeSource source) =>
        new($"judge '{source.Name}'", $"there is no endpoint '{source.Model.Endpoint}'", "Describe it under endpoints:; openai and anthropic need no entry.");

    private InputProblem NoProvider(JudgeSource source) => new(
        $"judge '{source.Name}'",
        $"the provider '{source.Endpoint?.Options.Provider}' serves no chat model",
        $"Known: {string.Join(", ", providers.Select(p => p.Name))}.");

    private InputProblem Unknown(string name, string where) =>
        new(where, $"there is no judge '{name}'", sources.Count == 0 ? "Describe it under judges:." : $"Judges: {string.Join(", ", sources.Select(s => s.Name))}.");
}
