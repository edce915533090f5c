using EvalHarness.Drafting;
using EvalHarness.Drafting.Reviews;

namespace EvalHarness.Cli.Reviewing;

/// <summary>Goes through drafts that nobody has decided on; each decision is on the disk before the next draft is shown.</summary>
internal sealed class ReviewSession(ReviewFile decisions, string reviewer, TimeProvider time)
{
    private readonly Dictionary<string, string> questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> answers = new(StringComparer.Ordinal);

    public void Run(IReadOnlyList<ShownDraft> drafts, DraftView view, IReviewDesk desk)
    {
        List<ShownDraft> queue = [.. drafts.Where(d => !decisions.Decisions.ContainsKey(d.Draft.Id))];
        for (var at = 0; at < queue.Count;)
        {
            var draft = Edited(queue[at].Draft);
            view.Show(queue[at], draft, at + 1, queue.Count);
            var said = desk.Ask(draft);
            if (said.Step == ReviewStep.Quit)
                return;
            at = Take(said, queue[at].Draft, at);
        }
    }

    /// <returns>The place of the draft that is shown next.</returns>
    private int Take(ReviewAnswer said, Draft draft, int at)
    {
        switch (said.Step)
        {
            case ReviewStep.Accept:
                decisions.Enter(Decision(draft, ReviewVerdict.Accept) with { Question = Edit(questions, draft, draft.Question), Answer = Edit(answers, draft, draft.BestAnswer) });
                return at + 1;
            case ReviewStep.Reject:
                decisions.Enter(Decision(draft, ReviewVerdict.Reject) with { Reason = said.Text });
                return at + 1;
            case ReviewStep.EditQuestion:
                questions[draft.Id] = said.Text;
                return at;
            case ReviewStep.EditAnswer:
                answers[draft.Id] = said.Text;
                return at;
            case ReviewStep.Back:
                return Math.Max(0, at - 1);
            default:
                return at + 1;
        }
    }

    private ReviewDecision Decision(Draft draft, ReviewVerdict verdict) => new(draft.Id, verdict, reviewer, time.GetUtcNow());

    // What was typed as it stood is no edit.
    private static string? Edit(Dictionary<string, string> edits, Draft draft, string? drafted) => edits.GetValueOrDefault(draft.Id) is { } text && text != drafted ? text : null;

    private Draft Edited(Draft draft) => draft with
    {
        Question = questions.GetValueOrDefault(draft.Id, draft.Question!),
        Answers = Edit(answers, draft, draft.BestAnswer) is { } answer ? [answer] : draft.Answers,
    };
}
