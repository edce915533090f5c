using EvalHarness.Datasets;
using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Retrieval.Oracle;

/// <summary>Where the answers to a dataset's questions stand, for a retriever that is told. It holds places in documents and no answer: docs/decisions/oracle-passages.md.</summary>
/// <remarks>Rows of all splits; rows that ask in the same words share their evidence, as a search that gets those words could not tell them apart. Memory: the evidence of every row.</remarks>
/// <param name="dataset">The samples' file; read when first asked.</param>
public sealed class EvidenceByQuestion(string dataset)
{
    private readonly SharedBuilds<string, IReadOnlyDictionary<string, IReadOnlyList<GoldEvidence>>> reads = new();

    /// <summary>Changes when evidence may have: then an oracle's answers are made anew.</summary>
    public string ContentHash => Inputs.ContentHash.OfFile(dataset);

    /// <exception cref="InputException">The file is missing, or rows in it are wrong.</exception>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<GoldEvidence>>> ReadAsync(CancellationToken cancellationToken) =>
        reads.GetAsync(dataset, () => CollectAsync(cancellationToken));

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<GoldEvidence>>> CollectAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, IReadOnlyList<GoldEvidence>> found = new(StringComparer.Ordinal);
        await foreach (var sample in new DatasetReader().ReadAsync(dataset, cancellationToken))
        {
            var question = PipelineRequest.For(sample, responseSchema: null).Question;
            found[question] = [.. found.GetValueOrDefault(question, []).Union(sample.Evidence)];
        }

        return found;
    }
}
