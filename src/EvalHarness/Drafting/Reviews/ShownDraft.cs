using EvalHarness.Datasets;

namespace EvalHarness.Drafting.Reviews;

/// <summary>A draft as a reviewer sees it.</summary>
/// <param name="Evidence">Of an unanswerable question what comes nearest.</param>
/// <param name="Earlier">Where it stood otherwise before; absent where nothing has changed.</param>
public sealed record ShownDraft(Draft Draft, IReadOnlyList<QuoteInContext> Evidence, QuoteInContext? Earlier)
{
    public static ShownDraft Of(Draft draft, Corpus? corpus, Corpus? previous) => new(
        draft,
        [.. draft.Evidence.Select(e => QuoteInContext.Of(e, corpus))],
        draft.EarlierQuote is { } quote ? QuoteInContext.Of(new GoldEvidence(draft.Documents[0], quote), previous) : null);

    /// <summary>What the model said when it was tried on the draft.</summary>
    public IEnumerable<(string From, string Said)> Probes()
    {
        if (Draft.Oracle is { } oracle)
            yield return (Draft.Kind == DraftKind.Unanswerable ? "From the corpus" : "From these quotes alone", Said(oracle));
        if (Draft.ClosedBook is { } memory)
            yield return ("From memory", Said(memory));
    }

    private static string Said(ProbedAnswer probe) => probe.IsKnown ? probe.Answer : "it does not know";
}
