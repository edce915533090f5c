namespace EvalHarness.Cli.Starting;

/// <summary>What somebody says of the comparison that is to be set up.</summary>
/// <param name="Compare">Arms, the baseline first.</param>
/// <param name="Url">The base URL of an OpenAI-compatible server.</param>
/// <param name="Corpus">The folder of documents, as the experiment will name it.</param>
/// <param name="Answer"><c>text</c> or <c>json</c>.</param>
/// <param name="Matters">The criterion that weighs most.</param>
internal sealed record StarterAnswers(IReadOnlyList<string> Compare, string Url, string Model, string TunedModel, string Corpus, string Answer, string Matters)
{
    public static IReadOnlyList<string> Arms { get; } = ["base", "prompted", "rag", "fine-tuned", "hybrid"];

    public static IReadOnlyList<string> Forms { get; } = ["text", "json"];

    public static IReadOnlyList<string> Criteria { get; } = ["quality", "cost", "citations", "format", "latency"];

    /// <summary>What is taken where nobody says.</summary>
    public static StarterAnswers Default { get; } = new(["rag", "fine-tuned"], "https://api.openai.com/v1", "gpt-4o-mini", "my-tuned-model", "corpus", "text", "quality");

    /// <summary>A smaller policy is none.</summary>
    public const int FewestRows = 12;

    private const int MostClusters = 30;

    /// <summary>Gold rows that a verdict needs at least.</summary>
    public int Rows { get; init; } = 200;

    /// <summary>Source documents that a verdict needs at least.</summary>
    public int Clusters => Math.Min(MostClusters, Rows / 2);

    /// <summary>Whether a tuned model is compared.</summary>
    public bool IsTuned => Compare.Any(c => c is "fine-tuned" or "hybrid");
}
