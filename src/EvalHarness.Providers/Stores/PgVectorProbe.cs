using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Providers.Models;

namespace EvalHarness.Providers.Stores;

/// <summary>Tries a vector store in PostgreSQL: opens a connection and looks for the extension; nothing is made there.</summary>
public sealed class PgVectorProbe(PgVectorStore store)
{
    public const string Kind = "store";

    /// <param name="options">With <c>store: pgvector</c>.</param>
    public async Task<ProbeResult> ProbeAsync(RetrievalOptions options, CancellationToken cancellationToken)
    {
        var result = new ProbeResult(store.Name, options.ConnectionEnv ?? "", Kind);
        if (store.Check(options, "retrieval") is { } problem)
            return result with { Problem = $"{problem.Found}. {problem.Mend}" };
        try
        {
            return result with { Found = await store.DescribeAsync(options, cancellationToken) };
        }
        catch (InputException exception)
        {
            return result with { Problem = string.Join(' ', exception.Problems.Select(p => $"{p.Found}. {p.Mend}")) };
        }
    }
}
