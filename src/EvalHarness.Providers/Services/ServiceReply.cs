namespace EvalHarness.Providers.Services;

/// <summary>What a service sent: one JSON document, or the events of a stream.</summary>
/// <param name="Streamed">The pieces of the answer, joined; absent without a stream.</param>
/// <param name="Body">The text that messages show the start of.</param>
internal sealed record ServiceReply(IReadOnlyList<ReplyValue> Documents, string? Streamed, string Body)
{
    /// <summary>Everything at a path in the last document that has it: a stream repeats and completes what it said before.</summary>
    public IReadOnlyList<ReplyValue> Select(string path) =>
        Documents.Reverse().Select(document => document.Select(path)).FirstOrDefault(found => found.Count > 0) ?? [];
}
