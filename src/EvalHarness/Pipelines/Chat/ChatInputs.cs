using EvalHarness.Datasets;
using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Chat;

/// <summary>The files that a chat pipeline names: its prompt, its examples, the corpus in its prompt.</summary>
internal sealed class ChatInputs(PipelineSpec spec, ChatSettings settings)
{
    public IEnumerable<InputProblem> Problems()
    {
        var where = $"pipeline '{spec.Name}'";
        if (settings.Prompt is { } prompt && NamedPath.MissingFile(where, prompt, spec.Folder, "prompt: ") is { } noPrompt)
            yield return noPrompt;
        if (settings.Examples is { } examples && NamedPath.MissingFile(where, examples, spec.Folder, "examples: ") is { } noExamples)
            yield return noExamples;
        foreach (var folder in new[] { settings.Corpus, settings.Retrieval?.Corpus }.OfType<string>().Distinct())
            if (NamedPath.MissingFolder(where, folder, spec.Folder, "corpus: ") is { } noCorpus)
                yield return noCorpus;
    }

    /// <summary>Hashes of what is there to be read.</summary>
    /// <exception cref="InputException">Something is missing.</exception>
    public IEnumerable<KeyValuePair<string, string>> ContentHashes()
    {
        if (Problems().ToList() is { Count: > 0 } problems)
            throw new InputException(problems);
        if (settings.Prompt is { } prompt)
            yield return new("prompt", ContentHash.OfFile(spec.Resolve(prompt)));
        if (settings.Examples is { } examples)
            yield return new("examples", ContentHash.OfFile(spec.Resolve(examples)));
        if (settings.Corpus is { } whole)
            yield return new("context", ContentHash.OfFolder(spec.Resolve(whole), "*.md"));
        if (settings.Retrieval is { } retrieval)
            yield return new("corpus", ContentHash.OfFolder(spec.Resolve(retrieval.Corpus), "*.md"));
    }

    public async Task<ChatPrompt> ReadPromptAsync(CancellationToken cancellationToken) =>
        new(settings.Prompt is { } prompt ? await File.ReadAllTextAsync(spec.Resolve(prompt), cancellationToken) : "")
        {
            Documents = settings.Corpus is { } corpus ? ChatPrompt.WholeCorpus(CorpusReader.Read(spec.Resolve(corpus))) : "",
            Examples = settings.Examples is { } examples ? await ExampleFile.ReadAsync(spec.Resolve(examples), cancellationToken) : [],
        };
}
