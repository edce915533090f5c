using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Pipelines.Retrieval;

/// <summary>How passages are found, and where what it names is.</summary>
/// <param name="Folder">Where relative paths start.</param>
/// <param name="Endpoints">The experiment's, by name.</param>
public sealed record RetrievalSource(RetrievalOptions Options, string Folder, IReadOnlyDictionary<string, EndpointOptions> Endpoints)
{
    public string CorpusFolder => Path.GetFullPath(Options.Corpus, Folder);
}
