using EvalHarness.Datasets;
using EvalHarness.Evaluators.Correctness;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Retrieval;

namespace EvalHarness.Drafting;

/// <summary>Tries a draft on the model: without any passage, and from what it rests on.</summary>
/// <remarks>
/// Closed-book: a right answer flags the draft. Oracle: the quotes alone must give the drafted answer; of an unanswerable question the whole passages, and what a search
/// of the corpus finds for it, must give none. Two answers agree by the matcher of correctness, and where it finds no match by the model's word.
/// Error: the model is tried on its own draft, so both may be wrong alike; a person decides.
/// </remarks>
internal sealed class DraftProbes(DraftingModel model, DraftPrompts prompts, IRetriever search, TimeProvider time)
{
    /// <summary>Of a longer document the passage is shown, and what the search finds in it, in characters.</summary>
    private const int MostWhole = 24_000;

    public Task<Draft> ProbeAsync(Draft draft, DraftSlot slot, CancellationToken cancellationToken) =>
        draft.Kind == DraftKind.Unanswerable ? NothingAnswersAsync(draft, slot, cancellationToken) : AnsweredAsync(draft, slot, cancellationToken);

    private async Task<Draft> AnsweredAsync(Draft draft, DraftSlot slot, CancellationToken cancellationToken)
    {
        var (oracle, refusal) = await AnswerAsync(draft, prompts.Oracle, DraftMessage.Oracle(draft.Question!, draft.Evidence.Select(e => Titled(e, slot))), cancellationToken);
        if (oracle is null)
            return draft with { Refused = refusal };
        var tried = draft with { Oracle = oracle };
        if (!oracle.IsKnown)
            return tried.Refuse(RefusalReason.OracleAbstains, "its quotes alone do not answer it");
        if (oracle.Agrees != true)
            return tried.Refuse(RefusalReason.OracleDisagrees, $"from its quotes: {JudgeText.Excerpt(oracle.Answer)}");

        var (closed, unreadable) = await AnswerAsync(draft, prompts.ClosedBook, DraftMessage.ClosedBook(draft.Question!), cancellationToken);
        if (closed is null)
            return tried with { Refused = unreadable };
        return tried with { ClosedBook = closed, Flags = closed.Agrees == true ? [Draft.ClosedBookFlag] : [] };
    }

    private async Task<Draft> NothingAnswersAsync(Draft draft, DraftSlot slot, CancellationToken cancellationToken)
    {
        var found = await search.RetrieveAsync(draft.Question!, new StageClock(time), cancellationToken);
        var whole = slot.Passages[0].Document is var document && document.Text.Length <= MostWhole ? document.Text : slot.Passages[0].Text;
        var passages = found.Passages.Where(p => p.Document != document.Id || whole != document.Text).Select(p => $"{p.Title}\n\n{p.Text}").Prepend(whole);
        var (oracle, refusal) = await AnswerAsync(draft, prompts.Oracle, DraftMessage.Oracle(draft.Question!, passages), cancellationToken);
        if (oracle is null)
            return draft with { Refused = refusal };
        var tried = draft with { Oracle = oracle };
        return oracle.IsKnown ? tried.Refuse(RefusalReason.OracleAnswers, $"from passages of the corpus: {JudgeText.Excerpt(oracle.Answer)}") : tried;
    }

    private async Task<(ProbedAnswer? Answer, Refusal? Refusal)> AnswerAsync(Draft draft, string instructions, string message, CancellationToken cancellationToken)
    {
        var (reply, refusal) = await model.AskAsync(instructions, message, ReplyForms.Probe, cancellationToken);
        if (reply is null)
            return (null, refusal! with { Detail = $"probe: {refusal.Detail}" });
        if (!reply.Known || draft.Answers.Count == 0)
            return (new ProbedAnswer(reply.Known, reply.Answer.Trim(), null, null), null);
        var (agrees, why) = await AgreesAsync(draft, reply.Answer, cancellationToken);
        return agrees is null ? (null, new Refusal(RefusalReason.Unreadable, $"probe: {why}")) : (new ProbedAnswer(true, reply.Answer.Trim(), agrees, why), null);
    }

    private async Task<(bool? Agrees, string Why)> AgreesAsync(Draft draft, string answer, CancellationToken cancellationToken)
    {
        if (GoldMatcher.Best(draft.Question!, draft.Answers, answer) is { IsMatch: true } match)
            return (true, match.Reason);
        var (reply, refusal) = await model.AskAsync(prompts.Agreement, DraftMessage.Agreement(draft.Question!, draft.Answers[0], answer), ReplyForms.Agreement, cancellationToken);
        return reply is null ? (null, refusal!.Detail) : (reply.Same, $"the model: {JudgeText.Excerpt(reply.Reason)}");
    }

    // Quotes without a subject are common; the title often has it.
    private static string Titled(GoldEvidence evidence, DraftSlot slot) =>
        $"{slot.Passages.First(p => p.Document.Id == evidence.Document).Title}\n\n{evidence.Quote}";
}
