using EvalHarness.Inputs;

namespace EvalHarness.Drafting;

/// <summary>Makes one draft: asks for it, holds its quotes to the documents, compares it with what there is, and tries it.</summary>
/// <param name="corpus">The hash of the corpus.</param>
/// <param name="previous">Of the earlier snapshot.</param>
internal sealed class Drafter(DraftingModel model, DraftPrompts prompts, KnownQuestions known, DraftProbes probes, string corpus, string? previous)
{
    /// <param name="asked">Questions on the same documents that there are.</param>
    public async Task<Draft> DraftAsync(DraftSlot slot, IReadOnlyList<string> asked, CancellationToken cancellationToken)
    {
        var (reply, refusal) = await model.AskAsync(prompts.Drafting(slot.Kind), DraftMessage.Drafting(slot, asked), ReplyForms.Of(slot.Kind), cancellationToken);
        if (reply is null)
            return Blank(slot) with { Refused = refusal };
        var draft = DraftAnchors.Anchored(Blank(slot), reply, slot);
        if (draft.Refused is not null)
            return draft;
        return known.Claim(draft.Id, draft.Question!, draft.Documents) is { } like
            ? draft.Refuse(RefusalReason.Duplicate, like)
            : await probes.ProbeAsync(draft, slot, cancellationToken);
    }

    private Draft Blank(DraftSlot slot) => new()
    {
        Id = slot.Id,
        Kind = slot.Kind,
        Phrasing = slot.Phrasing,
        Documents = slot.Documents,
        Model = model.Name,
        Prompts = prompts.Hash(slot.Kind),
        Corpus = ContentHash.Short(corpus),
        Previous = slot.Earlier is null || previous is null ? null : ContentHash.Short(previous),
    };
}
