using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Retrieval.Chunks;

/// <summary>The chunkers by the value of <c>chunk.by</c>.</summary>
public static class Chunkers
{
    private static readonly SortedDictionary<string, (string Version, Func<ChunkOptions, IChunker> Make)> Known = new(StringComparer.Ordinal)
    {
        ["tokens"] = ("tokens/1", options => new TokenChunker(options)),
        ["sentences"] = ("sentences/1", options => new SentenceChunker(options)),
        ["sections"] = ("sections/1", options => new SectionChunker(options)),
    };

    public static InputProblem? Check(ChunkOptions options, string where)
    {
        if (!Known.ContainsKey(options.By))
            return new InputProblem(where, $"there is no way '{options.By}' to cut documents", $"Known: {string.Join(", ", Known.Keys)}.");
        return options.Overlap >= options.Tokens
            ? new InputProblem(where, $"the overlap of {options.Overlap} tokens is not below the window's {options.Tokens}", "Make overlap smaller than tokens.")
            : null;
    }

    /// <summary>Changes when the same document would be cut elsewhere.</summary>
    public static string Version(ChunkOptions options) => Known[options.By].Version;

    /// <exception cref="InputException">There is no such chunker, or the overlap is not below the window.</exception>
    public static IChunker For(ChunkOptions options) =>
        Check(options, "retrieval.chunk") is { } problem ? throw new InputException(problem) : Known[options.By].Make(options);
}
